package fr.quartdheure.desk.secretary.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a secretary does with the agenda itself, over HTTP and without any script. */
class AgendaPageTest extends RunningPlatform {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern START = Pattern.compile("name=\"start\" value=\"([^\"]+)\"");
    private static final String FREE_SLOT = """
            select s.id from scheduling.slot s
            where s.site_id = :site and s.free and s.start_at > now() + interval '5 days' and s.kind = 'scheduled'
              and s.service_code = 'general-practice'
            order by s.start_at offset :number limit 1
            """;

    private Browser secretary;
    private UUID site;

    @BeforeEach
    void signIn() {
        secretary = browser();
        secretary.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        URI there = location(secretary.get("/secretary"));
        site = UUID.fromString(there.getPath().substring("/secretary/sites/".length()));
    }

    @Test
    void nobodyIsPutBesideSomebodyWithoutReasonOrWithoutHavingReadEveryConflict() {
        UUID slot = freeSlot(3);
        book(slot, patient(0));
        UUID second = patient(1);
        String panel = secretary.get(slotPage(slot, second)).body();
        assertThat(panel).contains("Cette heure est déjà occupée", "même soignant", "Ajouter en surbooking");
        String seen = first(SEEN, panel);

        assertThat(overbook(slot, second, Map.of("seen", seen)).statusCode()).isEqualTo(409);
        assertThat(overbook(slot, second, Map.of("because", "urgent")).body())
                .contains("Il y a un conflit de plus que ceux que vous aviez lus");
        assertThat(booked(slot)).isEqualTo(1);
        var done = overbook(slot, second, Map.of("seen", seen, "because", "urgent"));
        assertThat(secretary.get(location(done).toString()).body())
                .contains("rendez-vous ajouté en surbooking", "Surbooking", "le rendez-vous donné");
        assertThat(booked(slot)).isEqualTo(2);
        undo();
        assertThat(booked(slot)).isEqualTo(1);
        undo();
        assertThat(booked(slot)).isZero();
    }

    @Test
    void timeIsBlockedWhereNobodyStandsAndReleasedAgain() {
        UUID slot = freeSlot(9);
        String query = "?day=" + dayOf(slot);
        var fields = blocking(slot, "09:00", "08:00");
        assertThat(secretary.post(page("blocks/new") + query, fields).body()).contains("Ces heures ne vont pas");
        book(slot, patient(2));
        var standing = secretary.post(page("blocks/new") + query, blocking(slot, hour(slot, 0), hour(slot, 15)));
        assertThat(standing.statusCode()).isEqualTo(409);
        assertThat(standing.body()).contains("Il y a des rendez-vous à cette heure");
        undo();
        var blocked = secretary.post(page("blocks/new") + query, blocking(slot, hour(slot, 0), hour(slot, 15)));
        String board = secretary.get(location(blocked).toString()).body();
        assertThat(board).contains("Temps bloqué", "Réunion");
        UUID id = jdbc.sql("select id from scheduling.blocked_time where released_at is null")
                .query(UUID.class)
                .single();
        assertThat(secretary.get(page("blocks/" + id)).body()).contains("Libérer ce temps");
        secretary.post(page("blocks/" + id + "/release"), once());
        assertThat(isFree(slot)).isTrue();
        assertThat(secretary
                        .post(page("blocks/" + id + "/release"), once())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("said=unchanged");
    }

    @Test
    void anHourIsOpenedForSomebodyWhoCannotWait() {
        LocalDate day = dayOf(freeSlot(0));
        assertThat(secretary.get(page("windows")).body()).contains("Ouvrir un créneau non programmé");
        var wrong = new HashMap<>(window(day, "25:00"));
        assertThat(secretary.post(page("windows") + "?day=" + day, wrong).statusCode())
                .isEqualTo(409);
        var opened = secretary.post(page("windows") + "?day=" + day, window(day, "21:30"));
        assertThat(secretary.get(location(opened).toString()).body()).contains("Créneau ouvert", "21");
        assertThat(secretary
                        .post(page("windows") + "?day=" + day, window(day, "21:30"))
                        .body())
                .contains("Ce soignant reçoit déjà à cette heure");
        undo();
        assertThat(jdbc.sql("select count(*) from scheduling.availability_rule where valid_from = valid_until")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSeriesIsPlannedBookedAndTakenBack() {
        UUID slot = freeSlot(15);
        UUID patient = patient(3);
        String address = "/secretary/slots/" + slot + "/series?at=" + site + "&patient=" + patient;
        assertThat(secretary.get(address).body()).contains("Nombre de séances", "Proposer les dates");
        assertThat(secretary.get(address + "&count=99").statusCode()).isEqualTo(422);
        String plan = secretary.get(address + "&count=3").body();
        assertThat(plan).contains("dates sur 3 conviennent");
        var fields = new HashMap<>(Map.of("at", site.toString(), "patient", patient.toString(), "count", "3"));
        fields.put("once", UUID.randomUUID().toString());
        assertThat(secretary
                        .post("/secretary/slots/" + slot + "/series", fields)
                        .body())
                .contains("Aucune date n’est cochée");
        fields.put("once", UUID.randomUUID().toString());
        fields.put("start", first(START, plan));
        assertThat(secretary
                        .post("/secretary/slots/" + slot + "/series", fields)
                        .body())
                .contains("rendez-vous réservés", "Défaire la série");
        assertThat(booked(slot)).isEqualTo(1);
        undo();
        assertThat(booked(slot)).isZero();
    }

    @Test
    void whoElseCouldIsToldNearestFirst() {
        String page = secretary
                .get("/secretary/slots/" + freeSlot(21) + "/others?at=" + site)
                .body();
        assertThat(page).contains("Qui d’autre peut recevoir", "Au même endroit");
        assertThat(secretary
                        .get("/secretary/slots/" + UUID.randomUUID() + "/others")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWeekShowsWhereThereIsRoomAndThenOnePractitionersDays() {
        LocalDate day = dayOf(freeSlot(0));
        String week = secretary.get(page("week") + "?day=" + day).body();
        assertThat(week).contains("Semaine du lundi", "libres");
        UUID who = jdbc.sql("select practitioner_id from scheduling.slot where id = :id")
                .param("id", freeSlot(0))
                .query(UUID.class)
                .single();
        assertThat(secretary
                        .get(page("week") + "?day=" + day + "&practitioner=" + who)
                        .body())
                .contains("<table class=\"board\">", "Libre");
    }

    @Test
    void aSharedSecretariatSeesAllItsSitesOnOneBoard() {
        Browser shared = browser();
        shared.signIn("montserrat.vila", Accounts.DEMONSTRATION_PASSWORD);
        UUID ceret = jdbc.sql("select id from directory.site where name like '%Région de Céret'")
                .query(UUID.class)
                .single();
        String one = "/secretary/sites/" + ceret + "?day=" + dayOf(freeSlot(0));
        assertThat(shared.get(one).body()).contains("Tous mes sites").doesNotContain("Région de Millas</b>");
        String all = shared.get(one + "&all=true").body();
        assertThat(all).contains("Vos 4 sites", "Ce site seul", "Région de Millas</b>", "Région de Céret</b>");
        assertThat(all).contains("all=true");
        assertThat(secretary.get("/secretary/sites/" + ceret + "/week").statusCode())
                .isEqualTo(404);
        assertThat(secretary.get("/secretary/sites/" + ceret + "/blocks/new").statusCode())
                .isEqualTo(404);
        assertThat(secretary.get("/secretary/sites/" + ceret + "/windows").statusCode())
                .isEqualTo(404);
    }

    private static URI location(HttpResponse<?> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private String page(String name) {
        return "/secretary/sites/" + site + "/" + name;
    }

    private String slotPage(UUID slot, UUID patient) {
        return "/secretary/slots/" + slot + "?at=" + site + "&patient=" + patient;
    }

    private void book(UUID slot, UUID patient) {
        secretary.get(slotPage(slot, patient));
        var fields = new HashMap<>(once());
        fields.put("at", site.toString());
        fields.put("patient", patient.toString());
        secretary.post("/secretary/slots/" + slot, fields);
        assertThat(booked(slot)).isEqualTo(1);
    }

    private HttpResponse<String> overbook(UUID slot, UUID patient, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.putAll(once());
        fields.put("at", site.toString());
        fields.put("patient", patient.toString());
        return secretary.post("/secretary/slots/" + slot + "/overbook", fields);
    }

    private void undo() {
        secretary.post(page("undo"), once());
    }

    private static Map<String, String> once() {
        return Map.of("once", UUID.randomUUID().toString());
    }

    private Map<String, String> blocking(UUID slot, String from, String to) {
        secretary.get(page("blocks/new"));
        var fields = new HashMap<>(once());
        fields.putAll(Map.of("practitioner", practitionerOf(slot), "from", from, "to", to, "label", "meeting"));
        return fields;
    }

    private Map<String, String> window(LocalDate day, String from) {
        secretary.get(page("windows") + "?day=" + day);
        UUID slot = freeSlot(0);
        UUID room = jdbc.sql("select room_id from scheduling.slot where id = :id")
                .param("id", slot)
                .query(UUID.class)
                .single();
        var fields = new HashMap<>(once());
        fields.putAll(Map.of(
                "practitioner",
                practitionerOf(slot),
                "service",
                "general-practice",
                "room",
                room.toString(),
                "from",
                from,
                "minutes",
                "15",
                "count",
                "2"));
        return fields;
    }

    private UUID freeSlot(int number) {
        return jdbc.sql(FREE_SLOT)
                .param("site", site)
                .param("number", number)
                .query(UUID.class)
                .single();
    }

    private UUID patient(int number) {
        List<UUID> known = jdbc.sql("""
                        select k.patient_id from patient.known_at k
                        join directory.site s on s.organization_id = k.organization_id
                        where s.id = :site order by k.patient_id offset 40 limit 10
                        """).param("site", site).query(UUID.class).list();
        return known.get(number);
    }

    private String practitionerOf(UUID slot) {
        return jdbc.sql("select practitioner_id::text from scheduling.slot where id = :id")
                .param("id", slot)
                .query(String.class)
                .single();
    }

    private LocalDate dayOf(UUID slot) {
        return jdbc.sql("select (start_at at time zone 'Europe/Paris')::date from scheduling.slot where id = :id")
                .param("id", slot)
                .query(LocalDate.class)
                .single();
    }

    private String hour(UUID slot, int later) {
        return jdbc.sql("""
                        select to_char((start_at at time zone 'Europe/Paris') + :later * interval '1 minute', 'HH24:MI')
                        from scheduling.slot where id = :id
                        """)
                .param("id", slot)
                .param("later", later)
                .query(String.class)
                .single();
    }

    private boolean isFree(UUID slot) {
        return jdbc.sql("select free from scheduling.slot where id = :id")
                .param("id", slot)
                .query(Boolean.class)
                .single();
    }

    private int booked(UUID slot) {
        return jdbc.sql("select count(*) from scheduling.appointment where slot_id = :id and status = 'booked'")
                .param("id", slot)
                .query(Integer.class)
                .single();
    }

    private static String first(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(".*value=\"|\"$", ""))
                .findFirst()
                .orElseThrow();
    }
}
