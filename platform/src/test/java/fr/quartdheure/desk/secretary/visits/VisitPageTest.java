package fr.quartdheure.desk.secretary.visits;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import fr.quartdheure.time.Paris;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secretary's visits, over HTTP and without any script, on Sundays of her own: nobody has an agenda then. */
class VisitPageTest extends RunningPlatform {

    private static final AtomicInteger SUNDAYS = new AtomicInteger();

    private final LocalDate day = LocalDate.now(Paris.ZONE)
            .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
            .plusWeeks(SUNDAYS.incrementAndGet());

    private Browser secretary;
    private UUID site;
    private String visits;

    @BeforeEach
    void signIn() {
        secretary = browser();
        secretary.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        String there = location(secretary.get("/secretary/visits"));
        Matcher path =
                Pattern.compile("/secretary/sites/([0-9a-f-]{36})/visits.*").matcher(there);
        assertThat(path.matches()).as(there).isTrue();
        site = UUID.fromString(path.group(1));
        visits = "/secretary/sites/" + site + "/visits";
    }

    @Test
    void strangersAreAskedToSignInAndOtherSitesDoNotExist() {
        assertThat(location(browser().get(visits))).contains("/login");
        String foreign = visits.replace(site.toString(), foreignSite().toString());
        assertThat(secretary.get(foreign).statusCode()).isEqualTo(404);
        secretary.get(board());
        assertThat(secretary
                        .post(foreign + "/plan", Map.of("day", day.toString(), "version", "0"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDayIsOpenedAskedForPlannedAndPrinted() {
        assertThat(secretary.get(board()).body()).contains("Personne ne part en tournée ce jour-là");
        UUID doctor = practitioner(0);

        assertThat(location(send(doctor, "09:00", "12:00"))).contains("said=opened");
        String asked = location(ask(patient(0), Map.of("note", "Code 12B")));
        assertThat(secretary.get(asked).body()).contains("Visite demandée", "À placer ce jour");
        assertThat(location(plan(0))).contains("said=planned&was=0");

        String page = secretary.get(board()).body();
        assertThat(page).contains("12 rue Haute, Cabestany", "Départ", "Feuille de tournée");
        assertThat(location(plan(0))).as("she looked at an older plan").contains("said=overtaken");
        Matcher sheet = Pattern.compile("href=\"([^\"]+/sheet)\"").matcher(page);
        assertThat(sheet.find()).isTrue();
        int before = traces("round-sheet");
        assertThat(secretary.get(sheet.group(1)).body()).contains("Pour le visiteur\u00a0: Code 12B", "12 rue Haute");
        assertThat(traces("round-sheet")).isEqualTo(before + 1);
    }

    @Test
    void whatDoesNotFitIsSaidWithWhatWouldHelp() {
        send(practitioner(1), "09:00", "12:00");
        ask(patient(1), Map.of("from", "06:00", "until", "07:00"));

        String page = secretary.get(location(plan(0))).body();

        assertThat(page)
                .contains(
                        "1 sans place",
                        "Impossible d’y être dans la plage demandée",
                        "Élargir la plage",
                        "Choisir un autre jour");
    }

    @Test
    void nothingTypedIsLostAndEachRefusalSaysWhatToDo() {
        UUID patient = patient(2);
        secretary.get(visits + "/ask?day=" + day + "&people=" + patient);

        var refused = ask(
                patient,
                Map.of(
                        "place", "Nulle-Part-les-Oies",
                        "commune", "",
                        "minutes", "1000",
                        "until", "08:00",
                        "urgency", "urgent",
                        "note", "Chien gentil"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "value=\"Nulle-Part-les-Oies\"",
                        "value=\"Chien gentil\"",
                        "Choisissez une commune de la liste",
                        "Indiquez une durée de 5 à 480 minutes",
                        "Indiquez une heure qui ne précède pas la première",
                        "elle n’est pas décidée au secrétariat");
    }

    @Test
    void aRoundOverAppointmentsIsNotOpenedAndShowsThem() {
        Booked booked = jdbc.sql("""
                        select a.practitioner_id, (a.start_at at time zone 'Europe/Paris')::date as day
                        from scheduling.appointment a where a.site_id = :site and a.status = 'booked'
                          and a.start_at > now() + interval '3 days' order by a.start_at limit 1
                        """)
                .param("site", site)
                .query((row, number) ->
                        new Booked(row.getObject("practitioner_id", UUID.class), row.getObject("day", LocalDate.class)))
                .single();
        secretary.get(visits + "?day=" + booked.day());

        var refused = secretary.post(
                visits + "/rounds",
                Map.of(
                        "day", booked.day().toString(),
                        "practitioner", booked.practitioner().toString(),
                        "starts", "08:00",
                        "ends", "20:00",
                        "lunch", "0"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Des rendez-vous sont pris à ces heures", "/secretary/appointments/");
    }

    @Test
    void aVisitIsPutByHandOnlyAfterItsPriceWasSaid() {
        send(practitioner(2), "09:00", "12:00");
        String asked = location(ask(patient(3), Map.of("from", "06:00", "until", "07:00")));
        String id = asked.replaceFirst(".*about=", "");
        String place = visits + "/requests/" + id + "/place";
        String form = secretary.get(place + "?day=" + day).body();
        Matcher option = Pattern.compile("<option value=\"([^\"]+)\"").matcher(form);
        assertThat(option.find()).isTrue();

        String said = secretary
                .get(place + "?day=" + day + "&place=" + option.group(1))
                .body();

        assertThat(said).contains("min après la plage demandée", "Placer ici quand même");
        var done = secretary.post(place, Map.of("day", day.toString(), "place", option.group(1), "version", "0"));
        assertThat(location(done)).contains("said=changed");
        assertThat(secretary.get(board()).body()).contains("min après la plage");
    }

    @Test
    void aSearchForAVisitLeadsToItsForm() {
        String found = secretary
                .get("/secretary/sites/" + site + "/patients?visit=&q=" + name(patient(4)))
                .body();

        assertThat(found).contains("/visits/ask?day=", "people=" + patient(4));
    }

    private HttpResponse<String> send(UUID practitioner, String starts, String ends) {
        secretary.get(board());
        return secretary.post(
                visits + "/rounds",
                Map.of(
                        "day",
                        day.toString(),
                        "practitioner",
                        practitioner.toString(),
                        "starts",
                        starts,
                        "ends",
                        ends,
                        "lunch",
                        "0"));
    }

    private HttpResponse<String> ask(UUID patient, Map<String, String> other) {
        secretary.get(visits + "/ask?day=" + day + "&people=" + patient);
        var fields = new HashMap<>(Map.of(
                "day", day.toString(),
                "people", patient.toString(),
                "address", "12 rue Haute",
                "place", "Cabestany",
                "on", day.toString(),
                "from", "09:00",
                "until", "11:30",
                "minutes", "30",
                "urgency", "routine"));
        fields.putAll(other);
        return secretary.post(visits + "/ask", fields);
    }

    private HttpResponse<String> plan(int version) {
        return secretary.post(visits + "/plan", Map.of("day", day.toString(), "version", String.valueOf(version)));
    }

    private String board() {
        return visits + "?day=" + day;
    }

    private UUID practitioner(int number) {
        return jdbc.sql("""
                        select practitioner_id from directory.practitioner_role where site_id = :site
                        order by practitioner_id limit 1 offset :number
                        """)
                .param("site", site)
                .param("number", number)
                .query(UUID.class)
                .single();
    }

    private UUID patient(int number) {
        return jdbc.sql("""
                        select k.patient_id from patient.known_at k join directory.site s
                          on s.organization_id = k.organization_id
                        where s.id = :site order by k.patient_id limit 1 offset :number
                        """)
                .param("site", site)
                .param("number", number)
                .query(UUID.class)
                .single();
    }

    private String name(UUID patient) {
        return URLEncoder.encode(
                jdbc.sql("select first_names || ' ' || birth_name from patient.patient where id = :id")
                        .param("id", patient)
                        .query(String.class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    private UUID foreignSite() {
        return jdbc.sql("""
                        select id from directory.site where organization_id <> (
                          select organization_id from directory.site where id = :site) limit 1
                        """).param("site", site).query(UUID.class).single();
    }

    private int traces(String reason) {
        return jdbc.sql("select count(*) from audit.trace where reason = :reason")
                .param("reason", reason)
                .query(Integer.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no location: " + answer.statusCode());
    }

    private record Booked(UUID practitioner, LocalDate day) {}
}
