package fr.quartdheure.desk.secretary;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secretary's morning, over HTTP and without any script. */
class SecretaryPageTest extends RunningPlatform {

    private static final String LOGIN = "nathalie.bosch";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern SLOT = Pattern.compile("id=\"slot-([0-9a-f-]{36})\" href=\"([^\"]+)\"");

    private Browser secretary;
    private UUID site;
    private String board;

    @BeforeEach
    void signIn() {
        secretary = browser();
        secretary.signIn(LOGIN, Accounts.DEMONSTRATION_PASSWORD);
        URI there = location(secretary.get("/secretary"));
        board = there.toString();
        site = UUID.fromString(there.getPath().substring("/secretary/sites/".length()));
    }

    @Test
    void strangersAreAskedToSignInAndOtherSitesDoNotExist() {
        assertThat(location(browser().get("/secretary")).getPath()).isEqualTo("/login");
        assertThat(secretary.get("/secretary/sites/" + foreignSite()).statusCode())
                .isEqualTo(404);
        assertThat(secretary
                        .get("/secretary/sites/" + foreignSite() + "/changes")
                        .statusCode())
                .isEqualTo(404);
        assertThat(secretary.get("/secretary/slots/" + foreignSlot()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theBoardShowsTheDayAndLeavesOneTrace() {
        int before = traces("day-board");

        String page = secretary.get(board).body();

        assertThat(page).contains("<table class=\"board\">", "Ouvert", "Libre", "Jour suivant");
        assertThat(traces("day-board")).isEqualTo(before + 1);
        assertThat(secretary.get(board + "&part=board").body()).doesNotContain("<html");
    }

    @Test
    void aHolidayIsSaidPlainly() {
        assertThat(secretary.get("/secretary/sites/" + site + "?day=2026-12-25").body())
                .contains("Jour férié (Noël)", "Personne ne consulte ce jour-là");
        assertThat(secretary.get("/secretary/sites/" + site + "?day=nonsense").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSearchFindsOnlyThePeopleOfHerOrganisations() {
        UUID ours = caller();
        UUID theirs = jdbc.sql("""
                        select patient_id from patient.known_at k where not exists (
                          select from patient.known_at o join directory.site s on s.organization_id = o.organization_id
                          where s.id = :site and o.patient_id = k.patient_id) limit 1
                        """).param("site", site).query(UUID.class).single();

        assertThat(search(ours)).contains("patient=" + ours);
        assertThat(search(theirs)).doesNotContain(theirs.toString());
        assertThat(secretary.get(freeSlots().getFirst() + "&patient=" + theirs).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDoubleClickBooksOnceAndUndoFreesThePlace() {
        String slot = freeSlots().getFirst();
        UUID caller = caller();
        assertThat(secretary.get(slot + "&patient=" + caller).body()).contains("Réserver pour", "Confirmer");
        var fields = Map.of(
                "at",
                site.toString(),
                "patient",
                caller.toString(),
                "once",
                UUID.randomUUID().toString());

        var booked = secretary.post(path(slot), fields);
        var again = secretary.post(path(slot), fields);

        assertThat(location(again)).isEqualTo(location(booked));
        assertThat(appointments(caller)).containsExactly("booked");
        String page = secretary.get(location(booked).toString()).body();
        assertThat(page).contains("rendez-vous confirmé", "Défaire", "/undo\"");
        UUID id = appointmentOf(caller);
        secretary.post("/secretary/appointments/" + id + "/cancel", Map.of("at", site.toString(), "reason", "mistake"));
        assertThat(appointments(caller)).containsExactly("cancelled");
    }

    @Test
    void aTimeThatWasTakenMeanwhileComesWithAlternatives() {
        String slot = freeSlots().get(1);
        UUID slow = caller();
        book(slot, caller());

        var late = book(slot, slow);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Cette heure vient d’être prise", "Les places les plus proches", "patient=" + slow);
    }

    @Test
    void theDayGoesOnStepByStepAndBack() {
        UUID caller = caller();
        book(freeSlots().get(2), caller);
        UUID id = appointmentOf(caller);
        assertThat(secretary.get("/secretary/appointments/" + id).body())
                .contains("Noter l’arrivée", "Déplacer", "Annuler…", "tel:");

        var arrived = advance(id, "arrived");
        assertThat(secretary.get(location(arrived).toString()).body()).contains("Sur place depuis", "Défaire");
        advance(id, "in-consultation");
        advance(id, "done");
        assertThat(appointments(caller)).containsExactly("done");
        assertThat(location(advance(id, "booked")).getQuery()).contains("said=unchanged");
        advance(id, "in-consultation");
        assertThat(appointments(caller)).containsExactly("in-consultation");
    }

    @Test
    void anAppointmentMovesToAnotherFreeTime() {
        UUID caller = caller();
        book(freeSlots().get(3), caller);
        UUID id = appointmentOf(caller);
        String service = jdbc.sql("select service_code from scheduling.appointment where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        UUID other = jdbc.sql("""
                        select id from scheduling.slot where site_id = :site and service_code = :service and free
                          and start_at > now() + interval '3 days' order by start_at limit 1
                        """)
                .param("site", site)
                .param("service", service)
                .query(UUID.class)
                .single();

        var moved = secretary.post("/secretary/slots/" + other, Map.of("at", site.toString(), "move", id.toString()));

        assertThat(location(moved).getQuery()).contains("said=moved");
        assertThat(jdbc.sql("select slot_id from scheduling.appointment where id = :id")
                        .param("id", id)
                        .query(UUID.class)
                        .single())
                .isEqualTo(other);
    }

    @Test
    void aNewPersonIsTakenInAndNothingTypedIsLost() {
        String form = "/secretary/sites/" + site + "/patients/new";
        secretary.get(form + "?q=" + "Solanas");
        var wrong = secretary.post(
                form, Map.of("birthName", "Solanas", "firstNames", "Ada", "birthDate", "31/02/1990", "sex", "female"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"Ada\"", "aria-invalid=\"true\"", "said-birthDate", "31/02/1990");

        var right = secretary.post(
                form,
                Map.of(
                        "birthName",
                        "Solanas",
                        "firstNames",
                        "Ada",
                        "birthDate",
                        "28/02/1990",
                        "sex",
                        "female",
                        "phone",
                        "04 68 00 00 00"));
        assertThat(location(right).getQuery()).contains("patient=", "said=created");
        assertThat(secretary.get(location(right).toString()).body()).contains("Réserver pour Ada Solanas");

        var twin = secretary.post(
                form, Map.of("birthName", "Solanas", "firstNames", "Ada", "birthDate", "28/02/1990", "sex", "female"));
        assertThat(twin.body()).contains("Cette personne est peut-être déjà connue");
    }

    @Test
    void somebodyOfAnotherOrganisationIsFoundByHerExactTraitsAlone() {
        UUID theirs = stranger("Maillol", "Anaïs", "1961-12-08");
        String form = "/secretary/sites/" + site + "/patients/new";
        secretary.get(form);
        var near = secretary.post(form, traits("Maillols", "Anaïs", "08/12/1961"));
        assertThat(near.statusCode()).as("another name is another person").isEqualTo(303);

        String page =
                secretary.post(form, traits("MAILLOL", "Anais", "08/12/1961")).body();
        assertThat(page)
                .contains("connue d’un autre organisme", theirs.toString())
                .doesNotContain("+33639980");

        var guessed = new HashMap<>(traits("Maillol", "Anaïs", "09/12/1961"));
        guessed.put("adopt", theirs.toString());
        secretary.post(form, guessed);
        assertThat(isOurs(theirs)).as("an id without the traits opens nothing").isFalse();

        var chosen = new HashMap<>(traits("Maillol", "Anaïs", "08/12/1961"));
        chosen.put("adopt", theirs.toString());
        assertThat(location(secretary.post(form, chosen)).getQuery()).contains("patient=" + theirs);
        assertThat(isOurs(theirs)).isTrue();
        assertThat(traces("adopt", theirs)).isEqualTo(1);
    }

    private static Map<String, String> traits(String birthName, String firstNames, String birthDate) {
        return Map.of("birthName", birthName, "firstNames", firstNames, "birthDate", birthDate, "sex", "female");
    }

    /** Somebody whom only another organisation knows. */
    private UUID stranger(String birthName, String firstNames, String birthDate) {
        UUID id = jdbc.sql("""
                        insert into patient.patient (birth_name, first_names, birth_date, sex, phone, origin)
                        values (:birthName, :firstNames, :birthDate::date, 'female', '+33639980077', 'demo') returning id
                        """)
                .param("birthName", birthName)
                .param("firstNames", firstNames)
                .param("birthDate", birthDate)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into patient.known_at (patient_id, organization_id)
                        select :id, o.id from directory.organization o
                        where o.id <> (select organization_id from directory.site where id = :site)
                          and not exists (select from account.role_grant g where g.organization_id = o.id) limit 1
                        """).param("id", id).param("site", site).update();
        return id;
    }

    private boolean isOurs(UUID patient) {
        return jdbc.sql("""
                        select exists (select from patient.known_at k join directory.site s
                          on s.organization_id = k.organization_id where s.id = :site and k.patient_id = :patient)
                        """)
                .param("site", site)
                .param("patient", patient)
                .query(Boolean.class)
                .single();
    }

    private int traces(String act, UUID patient) {
        return jdbc.sql("select count(*) from audit.trace where act = :act and :patient = any (subject_ids)")
                .param("act", act)
                .param("patient", patient)
                .query(Integer.class)
                .single();
    }

    /** Somebody new, whom this site's organisation knows from now on. */
    private UUID caller() {
        String form = "/secretary/sites/" + site + "/patients/new";
        secretary.get(form);
        String birthDate = "%02d/03/1950".formatted(NUMBER.incrementAndGet());
        var created = secretary.post(
                form,
                Map.of(
                        "birthName",
                        "Appelante",
                        "firstNames",
                        "Zélie",
                        "birthDate",
                        birthDate,
                        "sex",
                        "female",
                        "phone",
                        "04 68 00 00 00"));
        Matcher found = Pattern.compile("patient=([0-9a-f-]{36})")
                .matcher(location(created).toString());
        assertThat(found.find()).isTrue();
        return UUID.fromString(found.group(1));
    }

    private HttpResponse<String> book(String slot, UUID caller) {
        secretary.get(slot + "&patient=" + caller);
        return secretary.post(path(slot), Map.of("at", site.toString(), "patient", caller.toString()));
    }

    private HttpResponse<String> advance(UUID id, String to) {
        return secretary.post("/secretary/appointments/" + id + "/advance", Map.of("at", site.toString(), "to", to));
    }

    private List<String> freeSlots() {
        Matcher found = SLOT.matcher(secretary.get(board).body());
        return found.results().map(one -> one.group(2).replace("&amp;", "&")).toList();
    }

    private String search(UUID patient) {
        String typed = jdbc.sql("""
                        select first_names || ' ' || birth_name || ' ' || to_char(birth_date, 'DD/MM/YYYY')
                        from patient.patient where id = :id
                        """).param("id", patient).query(String.class).single();
        String query = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        return secretary
                .get("/secretary/sites/" + site + "/patients?q=" + query)
                .body();
    }

    private List<String> appointments(UUID patient) {
        return jdbc.sql(
                        "select status from scheduling.appointment where patient_id = :id and created_at > now() - interval '1 hour' and origin = 'secretary'")
                .param("id", patient)
                .query(String.class)
                .list();
    }

    private UUID appointmentOf(UUID patient) {
        return jdbc.sql("select id from scheduling.appointment where patient_id = :id and origin = 'secretary'")
                .param("id", patient)
                .query(UUID.class)
                .single();
    }

    private UUID foreignSite() {
        return jdbc.sql("""
                        select id from directory.site where organization_id <> (
                          select organization_id from directory.site where id = :site) limit 1
                        """).param("site", site).query(UUID.class).single();
    }

    private UUID foreignSlot() {
        return jdbc.sql("""
                        select l.id from scheduling.slot l join directory.site s on s.id = l.site_id
                        where l.kind = 'scheduled' and s.organization_id <> (
                          select organization_id from directory.site where id = :site) limit 1
                        """).param("site", site).query(UUID.class).single();
    }

    private int traces(String reason) {
        return jdbc.sql("select count(*) from audit.trace where reason = :reason")
                .param("reason", reason)
                .query(Integer.class)
                .single();
    }

    private static String path(String address) {
        return address.substring(0, address.indexOf('?'));
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }
}
