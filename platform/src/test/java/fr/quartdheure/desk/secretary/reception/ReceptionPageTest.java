package fr.quartdheure.desk.secretary.reception;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import fr.quartdheure.time.Paris;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reception over HTTP, without any script. */
class ReceptionPageTest extends RunningPlatform {

    private static final Pattern CALL = Pattern.compile("action=\"/secretary/calls/([0-9a-f-]{36})\"");
    private static final String YESTERDAY = """
            insert into scheduling.appointment (practitioner_id, site_id, service_code, reason_code, kind, mode,
              start_at, end_at, status, origin, patient_id, booked_at)
            select r.practitioner_id, :site, 'general-practice', 'consultation', 'scheduled', 'on-site',
              :day::date + time '10:00', :day::date + time '10:15', 'booked', 'secretary',
              (select id from patient.patient order by id limit 1), now()
            from directory.practitioner_role r where r.site_id = :site limit 1
            returning id
            """;

    private Browser secretary;
    private UUID site;

    @BeforeEach
    void signIn() {
        secretary = browser();
        secretary.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        site = jdbc.sql("select id from directory.site where name like '%Jeanne Danjou%'")
                .query(UUID.class)
                .single();
    }

    @Test
    void strangers_find_nothing_here() {
        for (String path : new String[] {"calls", "calls/new", "call-backs", "waiting-room", "close", "agendas"}) {
            assertThat(location(browser().get("/secretary/" + path))).isEqualTo("/login");
            assertThat(secretary
                            .get("/secretary/" + path + "?site=" + foreign())
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(secretary.get("/secretary/" + path).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        Browser planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
        assertThat(planner.get("/secretary/calls").statusCode()).isIn(403, 404);
        assertThat(secretary
                        .post("/secretary/close", Map.of("site", foreign().toString(), "day", "2026-01-05"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_call_is_noted_and_undone_and_what_was_typed_is_there_again() {
        String call = newCall();
        var refused = secretary.post("/secretary/calls/" + call, fields("note", "Préfère le jeudi", "phone", "12"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("rien de ce que vous avez tapé n’est perdu", "Préfère le jeudi", "href=\"#call-phone\"");

        assertThat(secretary.get("/secretary/reception?site=" + site).body()).contains("Reprendre l’appel");
        Browser again = browser();
        again.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        assertThat(again.get("/secretary/calls/new?call=" + call).body()).contains("Préfère le jeudi");

        var saved = secretary.post("/secretary/calls/" + call, whole("Préfère le jeudi", "informed"));
        assertThat(saved.statusCode()).isEqualTo(303);
        String log = secretary.get(location(saved)).body();
        assertThat(log).contains("Appel enregistré", "Préfère le jeudi", "Renseigné");
        assertThat(secretary.get("/secretary/calls.csv?site=" + site).body())
                .startsWith("site,day,hour,minutes,caller")
                .contains("informed", "Préfère le jeudi");

        var undone = secretary.post("/secretary/calls/" + call + "/undo", Map.of("site", site.toString()));
        assertThat(secretary.get(location(undone)).body())
                .contains("Préfère le jeudi", "repris où vous l’aviez laissé");
        secretary.post("/secretary/calls/" + call + "/drop", Map.of("site", site.toString()));
    }

    @Test
    void a_warning_sign_shows_the_fifteen_before_anything_is_saved() {
        String call = newCall();
        var first = secretary.post("/secretary/calls/" + call, whole("Une douleur à la poitrine", "sent-15"));
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(first.body())
                .contains("class=\"alarm on\"", "Appelez le 15 (112, 114)", "3 rue du Maréchal Foch", "aucun conseil")
                .contains("texte à valider");
        var second = secretary.post("/secretary/calls/" + call, whole("Une douleur à la poitrine", "sent-15"));
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(secretary.get(location(second)).body()).contains("Adressé au 15", "Signe d’alerte");

        String other = newCall();
        var flags = new HashMap<>(whole("", "informed"));
        flags.put("flag-stroke", "unknown");
        assertThat(secretary.post("/secretary/calls/" + other + "/draft", flags).body())
                .contains("class=\"alarm on\"");
        assertThat(secretary.post("/secretary/calls/" + other + "/draft", flags).statusCode())
                .as("nothing new to show")
                .isEqualTo(204);
        secretary.post("/secretary/calls/" + other + "/drop", Map.of("site", site.toString()));
    }

    @Test
    void whom_to_call_back_is_promised_in_a_call_taken_and_done() {
        String call = newCall();
        var promise = new HashMap<>(whole("", "call-back"));
        promise.put("who", "Ambulances Fictives");
        promise.put("dueDay", LocalDate.now(Paris.ZONE).plusDays(1).toString());
        promise.put("dueHour", "09:30");
        secretary.post("/secretary/calls/" + call, promise);
        UUID id = jdbc.sql("select id from reception.call_back where call_id = :call::uuid")
                .param("call", call)
                .query(UUID.class)
                .single();
        Map<String, String> here = Map.of("site", site.toString());
        assertThat(secretary.get("/secretary/call-backs").body()).contains("Ambulances Fictives", "Je m’en charge");
        secretary.post("/secretary/call-backs/" + id + "/take", here);
        assertThat(secretary.get("/secretary/call-backs").body()).contains("Vous vous en chargez");
        var done = secretary.post(
                "/secretary/call-backs/" + id + "/attempt", Map.of("site", site.toString(), "result", "reached"));
        assertThat(secretary.get(location(done)).body()).contains("Rappel fait", "joint par");
        var undone = secretary.post("/secretary/call-backs/" + id + "/undo", here);
        assertThat(secretary.get(location(undone)).body()).contains("C’est défait", "Vous vous en chargez");
        assertThat(secretary
                        .post("/secretary/call-backs/" + UUID.randomUUID() + "/take", here)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_day_with_somebody_left_is_not_closed_until_she_has_an_answer() {
        LocalDate day = LocalDate.now(Paris.ZONE).minusDays(200);
        UUID id = jdbc.sql(YESTERDAY)
                .param("site", site)
                .param("day", day)
                .query(UUID.class)
                .single();
        Map<String, String> here = Map.of("site", site.toString(), "day", day.toString());
        String page = "/secretary/close?site=" + site + "&day=" + day;
        assertThat(secretary.get(page).body()).contains("Attendue et pas notée", "value=\"absent:" + id + "\"");
        var refused = secretary.post("/secretary/close", here);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("La journée n’est pas close", "il reste une personne");

        var settled = secretary.post(
                "/secretary/close/settle",
                Map.of("site", site.toString(), "day", day.toString(), "answer", "late-cancellation:" + id));
        assertThat(secretary.get(location(settled)).body()).contains("Réponse notée", "Annulé trop tard");
        secretary.post("/secretary/close/undo", here);
        assertThat(secretary.get(page).body()).contains("Attendue et pas notée");
        secretary.post(
                "/secretary/close/settle",
                Map.of("site", site.toString(), "day", day.toString(), "answer", "absent:" + id));
        secretary.post("/secretary/close", here);
        assertThat(secretary.get(page).body()).contains("Close par", "Rouvrir la journée");
        secretary.post("/secretary/close/reopen", here);
        assertThat(secretary.get(page).body()).contains("Clore la journée");
        jdbc.sql("delete from scheduling.appointment where id = :id")
                .param("id", id)
                .update();
    }

    @Test
    void the_rule_of_a_site_is_set_and_its_words_are_refused_when_too_long() {
        String page = "/secretary/close/rule";
        secretary.get(page + "?site=" + site);
        var refused = secretary.post(
                page,
                Map.of("site", site.toString(), "absence", "after", "minutes", "3", "policyFr", "Prévenez-nous."));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("entre 5 et 240 minutes", "Prévenez-nous.");
        var saved = secretary.post(
                page, Map.of("site", site.toString(), "absence", "never", "minutes", "", "policyFr", "Prévenez-nous."));
        assertThat(secretary.get(location(saved)).body()).contains("Règle enregistrée", "Prévenez-nous.");
    }

    @Test
    void an_agenda_is_prepared_downloaded_and_readable_without_the_platform() throws Exception {
        LocalDate day = jdbc.sql("""
                        select (start_at at time zone 'Europe/Paris')::date from scheduling.appointment
                        where site_id = :site and status = 'booked' and start_at > now() + interval '1 day'
                        order by start_at limit 1
                        """).param("site", site).query(LocalDate.class).single();
        secretary.get("/secretary/agendas?site=" + site);
        secretary.post("/secretary/agendas", Map.of("site", site.toString(), "day", day.toString()));
        assertThat(secretary.get("/secretary/agendas?site=" + site).body())
                .contains("/secretary/agendas/" + day + "/" + site);
        int before = traces("download");
        var file = secretary.get("/secretary/agendas/" + day + "/" + site);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(file.body()).contains("<style>", "data-patient", "Document confidentiel", "À rappeler");
        assertThat(file.body()).doesNotContain("<script", "href=\"/", "src=");
        assertThat(traces("download")).isEqualTo(before + 1);
        try (var files = Files.walk(Path.of("target", "test-data", "agendas", day.toString()))) {
            assertThat(files.filter(one -> one.toString().endsWith(".html")))
                    .allSatisfy(one -> assertThat(one.getFileName().toString()).startsWith("msp-jeanne-danjou"));
        }
        assertThat(secretary
                        .get("/secretary/agendas/" + day + "/" + site + "/print")
                        .body())
                .contains("paper.css")
                .doesNotContain("<style>");
        assertThat(secretary.get("/secretary/agendas/" + day + "/" + foreign()).statusCode())
                .isEqualTo(404);
    }

    private String newCall() {
        Matcher found =
                CALL.matcher(secretary.get("/secretary/calls/new?site=" + site).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Map<String, String> whole(String note, String outcome) {
        return fields("note", note, "phone", "04 65 71 00 01", "reason", "information", "outcome", outcome);
    }

    private Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new HashMap<>(Map.of("site", site.toString(), "caller", "self"));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private UUID foreign() {
        return jdbc.sql("""
                        select s.id from directory.site s where not exists (
                          select from account.account a join account.role_grant g on g.account_id = a.id
                          where a.login = 'nathalie.bosch' and (g.site_id = s.id or g.organization_id = s.organization_id))
                        limit 1
                        """).query(UUID.class).single();
    }

    private int traces(String act) {
        return jdbc.sql("select count(*) from audit.trace where act = :act")
                .param("act", act)
                .query(Integer.class)
                .single();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
