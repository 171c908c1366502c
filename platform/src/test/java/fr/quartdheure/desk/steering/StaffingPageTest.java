package fr.quartdheure.desk.steering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.atlas.queue.DayLoad;
import fr.quartdheure.atlas.queue.DayPlan;
import fr.quartdheure.atlas.queue.Promise;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many doctors keep the promise through the day, over HTTP and without any script. */
class StaffingPageTest extends RunningPlatform {

    private static final String PAGE = "/steering/staffing?";
    private static final String RECEIVED = """
            insert into scheduling.appointment (practitioner_id, site_id, service_code, reason_code, kind, mode, start_at,
              end_at, status, origin, patient_id, visitor)
            select gen_random_uuid(), s.id, 'teleconsultation', 'consultation', 'scheduled', 'teleconsultation', at,
              at + interval '15 minutes', :status, 'demo', (select id from patient.patient limit 1), 'staffing'
            from directory.site s, generate_series(1, :number),
              lateral (select (current_date - 7 + time '10:10') at time zone 'Europe/Paris' as at) t
            where s.kind = 'booth' limit :number
            """;
    private static final String FORGET = """
            delete from scheduling.appointment where visitor = 'staffing'
            """;

    private Browser planner;

    @BeforeEach
    void signIn() {
        planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
    }

    @Test
    void itOpensOnTheHoursOfTheBoothsWithAnEvenCurveThatSaysSo() {
        String page = get("");
        assertThat(page)
                .contains("value=\"08:30\"", "value=\"16:45\"", "id=\"a0830\"", "id=\"a1630\"", "Hypothèse")
                .doesNotContain("id=\"a0800\"", "id=\"a1700\"", "observées, en moyenne");
        assertThat(value(page, "totalAsked")).isEqualTo("24,75");
        // The last quarter of an hour is half of the others.
        assertThat(value(page, "a0830")).isEqualTo("1,5");
        assertThat(value(page, "a1630")).isEqualTo("0,75");
        assertThat(get("lang=en")).contains("An assumption", "One booth, one queue for all");
        get("lang=fr");
    }

    @Test
    void theFileHoldsWhatTheEngineAndTheCommandLineAnswer() {
        String query = "boothsAsked=20&moreAsked=3&p90Asked=30&totalAsked=24&totalShown=24&opensAsked=09:00"
                + "&closesAsked=11:00&a0900=1&a0930=2,5&a1000=0&a1030=1.25";
        var day = new DayLoad(List.of(1.0, 2.5, 0.0, 1.25), 12, DayLoad.ENDLESS);
        var promise = new Promise(30, 30);
        assertThat(servers("pooled", query))
                .isEqualTo(DayPlan.of(day.at(20), promise).servers());
        assertThat(servers("equipped", query))
                .isEqualTo(DayPlan.of(day.at(23), promise).servers());
        assertThat(servers("alone", query)).isEqualTo(DayPlan.of(day, promise).servers());
        assertThat(get(query))
                .contains("20 bornes, chacune ses médecins", "23 bornes, une seule file", "<rect class=\"bar\"", "–")
                .contains("/steering/staffing.csv?network=equipped&amp;")
                .doesNotContain("Renoncent");
        assertThat(planner.get("/steering/staffing.csv?boothsAsked=0").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherTotalRescalesTheCurveAndAnotherCurveMakesItsTotal() {
        String curve = "opensAsked=09:00&closesAsked=10:30&a0900=1&a0930=2&a1000=1";
        assertThat(value(get(curve + "&totalAsked=8&totalShown=4"), "a0930")).isEqualTo("4");
        assertThat(value(get(curve + "&totalAsked=24&totalShown=24"), "totalAsked"))
                .isEqualTo("4");
        assertThat(value(get(curve + "&totalAsked=6&totalShown=6&curve=even"), "a1000"))
                .isEqualTo("2");
        assertThat(get("opensAsked=09:00&closesAsked=10:00&a0900=0&totalAsked=0&totalShown=0"))
                .contains("Personne n’est attendu");
    }

    @Test
    void patienceShowsWhoGivesUp() {
        assertThat(get("patienceAsked=30&leaveAsked=10")).contains("Renoncent");
    }

    /** Past days only, nobody who stayed away, and no curve from too few. */
    @Test
    void whatWasObservedAtTheBoothsIsOfferedWithItsDays() {
        jdbc.sql(FORGET).update();
        try {
            received(29, "done");
            received(40, "no-show");
            assertThat(get("curve=observed")).contains("rien n’est observé").doesNotContain("value=\"observed\"");
            received(11, "done");
            assertThat(get("")).contains("value=\"observed\"", "40 rendez-vous", "en une journée");
            String page = get("curve=observed");
            assertThat(page).contains("Arrivées observées");
            assertThat(value(page, "a1000")).isEqualTo("40");
            assertThat(value(page, "a0900")).isEqualTo("0");
        } finally {
            jdbc.sql(FORGET).update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boothsAsked=200&moreAsked=200&serviceAsked=120&meanAsked=1",
                "boothsAsked=1&moreAsked=0&totalAsked=0",
                "totalAsked=2,5&meanAsked=&p90Asked=45",
                "opensAsked=00:00&closesAsked=23:59",
                "opensAsked=09:10&closesAsked=09:20",
                "a2330=99999&curve=nonsense&network=nonsense"
            })
    void whatCanBeAskedIsAnsweredUpToTheBusiestNetwork(String query) {
        get(query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boothsAsked=0|boothsAsked",
                "boothsAsked=201|boothsAsked",
                "moreAsked=999|moreAsked",
                "serviceAsked=0|serviceAsked",
                "meanAsked=many|meanAsked",
                "meanAsked=|meanAsked",
                "p90Asked=0|p90Asked",
                "patienceAsked=-1|patienceAsked",
                "patienceAsked=20&leaveAsked=|leaveAsked",
                "opensAsked=8h30&a0900=2|opensAsked",
                "closesAsked=08:30|closesAsked",
                "closesAsked=25:00|closesAsked",
                "totalAsked=-4|totalAsked",
                "totalAsked=|totalAsked",
                "boothsAsked=200&totalAsked=100|totalAsked",
                "a0900=-1|a0900",
                "a0900=1&a0930=101|a0930",
                "a0900=NaN|a0900"
            })
    void whatCannotBeAskedMarksItsFieldAndStaysTyped(String query, String field) {
        var refused = planner.get(PAGE + query);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"" + field + "-error\"").containsOnlyOnce("aria-invalid=\"true\"");
        for (String one : query.split("&")) {
            String[] pair = one.split("=", 2);
            assertThat(refused.body()).containsPattern("name=\"" + pair[0] + "\"[^>]* value=\"" + pair[1] + "\"");
        }
    }

    private List<Integer> servers(String network, String query) {
        var answer = planner.get("/steering/staffing.csv?network=" + network + "&" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Arrays.stream(answer.body().split("\r\n"))
                .skip(1)
                .map(row -> Integer.valueOf(row.split(",")[2]))
                .toList();
    }

    private static String value(String page, String field) {
        var found = Pattern.compile("name=\"" + field + "\"[^>]* value=\"([^\"]*)\"")
                .matcher(page);
        assertThat(found.find()).as(field).isTrue();
        return found.group(1);
    }

    private String get(String query) {
        var answer = planner.get(PAGE + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return answer.body();
    }

    private void received(int number, String status) {
        jdbc.sql(RECEIVED).param("number", number).param("status", status).update();
    }
}
