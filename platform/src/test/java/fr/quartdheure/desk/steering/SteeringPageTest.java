package fr.quartdheure.desk.steering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a planner reads, over HTTP and without any script. */
class SteeringPageTest extends RunningPlatform {

    private static final List<String> PAGES = List.of(
            "/steering",
            "/steering/table",
            "/steering/communes/66136",
            "/steering/openings",
            "/steering/scenarios",
            "/steering/staffing",
            "/steering/definitions");
    private static final List<String> READERS_OF_CHANGES = List.of(
            "/steering",
            "/steering/figures",
            "/steering/table",
            "/steering/table.csv",
            "/steering/map/values",
            "/steering/map/outlines",
            "/steering/map/points",
            "/steering/communes/66136",
            "/steering/communes/66136/card");

    private static final Pattern AREA =
            Pattern.compile("<option value=\"(all|(?:region|department|epci|cpts)-[^\"]+)\"");

    private Browser planner;

    @BeforeEach
    void signIn() {
        planner = signedIn("claire.soler");
    }

    @Test
    void strangersAreAskedToSignInAndTheDeskIsNotThereForOthers() {
        Browser secretary = signedIn("nathalie.bosch");
        for (String page : PAGES) {
            var refused = browser().get(page);
            assertThat(refused.statusCode()).as(page).isEqualTo(302);
            assertThat(refused.headers().firstValue("Location").orElseThrow()).endsWith("/login");
            assertThat(secretary.get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(secretary.get("/steering/map/values").statusCode()).isEqualTo(404);
        assertThat(secretary.get("/steering/table.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void plannersCoordinatorsAndAdministratorsReadEveryPageInBothLanguages() {
        for (String login : List.of("claire.soler", "helene.puig", "olivier.martinez")) {
            Browser reader = signedIn(login);
            for (String page : PAGES) {
                assertThat(reader.get(page).statusCode()).as(page).isEqualTo(200);
            }
        }
        assertThat(get("/steering")).contains("Où manque-t-il des soins", "data-steering-map", "Pyrénées-Orientales");
        assertThat(get("/steering?lang=en")).contains("Where is care lacking?", "Département Pyrénées-Orientales");
        for (String page : PAGES) {
            assertThat(get(page)).as(page).contains("<html lang=\"en\"").doesNotContain("??", "steering.tab.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "area=department-99",
                "area=%00&indicator=%00",
                "area=department-66%27&indicator=nonsense&sort=nonsense",
                "change=nonsense&change=&change=_&change=___",
                "change=opening_NaN_2_2&change=opening_Infinity_2_2&change=opening_91_2_2",
                "change=opening_42.5_2.5_51&change=opening_42.5_2.5_-1&change=opening_42.5_2.5_9999999999",
                "change=closure_x&change=closure_00000000-0000-0000-0000-000000000000",
                "change=departure_00000_1&change=departure_66136_0&change=departure_66136_51"
            })
    void whatIsNotKnownIsIgnored(String query) {
        for (String path : READERS_OF_CHANGES) {
            assertThat(planner.get(path + "?" + query).statusCode())
                    .as(path + "?" + query)
                    .isEqualTo(200);
        }
        assertThat(get("/steering?" + query)).doesNotContain("name=\"change\"");
    }

    @Test
    void anAddressCutShortStillShowsTheRest() {
        String page = get("/steering?change=opening_42.6_2.4_2&change=opening_42.5_2.");
        assertThat(page)
                .contains("value=\"opening_42.6000_2.4000_2\"", "avec 2 généralistes")
                .doesNotContain("opening_42.5000");
    }

    @Test
    void aChangeShowsTodaysFigureBesideItsOwn() {
        assertThat(get("/steering")).doesNotContain("class=\"trend\"");
        assertThat(get("/steering?change=opening_42.6184_2.4212_2")).contains("class=\"trend\"", "Et si…");
    }

    @Test
    void theCardNamesTheCentreThatWouldStillBeNearest() {
        UUID ceret = jdbc.sql("select id from directory.site where commune_code = '66049' and kind <> 'booth'")
                .query(UUID.class)
                .single();
        String name = jdbc.sql("select name from directory.site where id = :id")
                .param("id", ceret)
                .query(String.class)
                .single();
        assertThat(get("/steering/communes/66049/card")).contains(name);
        assertThat(get("/steering/communes/66049/card?change=closure_" + ceret)).doesNotContain(name);
    }

    @Test
    void aCommuneThatIsNoneHasNoPage() {
        assertThat(planner.get("/steering/communes/00000").statusCode()).isEqualTo(404);
        assertThat(planner.get("/steering/communes/00000/card").statusCode()).isEqualTo(404);
        assertThat(planner.get("/steering/communes/66136-centre").statusCode()).isEqualTo(404);
        assertThat(planner.get("/steering/scenarios?id=nonsense").statusCode()).isEqualTo(404);
        assertThat(planner.get("/steering/scenarios/" + UUID.randomUUID() + ".geojson")
                        .statusCode())
                .isEqualTo(404);
        assertThat(planner.get("/steering/map/outlines?zoom=deep").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openings=0",
                "openings=31",
                "openings=abc",
                "openings=3&doctors=21",
                "openings=3&doctors=",
                "openings=3&minutes=4",
                "openings=3&minutes=1e1",
                "openings=3&inhabitants=-1",
                "openings=3&inhabitants=99999999999"
            })
    void aQuestionThatCannotBeAskedMarksItsField(String query) {
        var refused = planner.get("/steering/openings?" + query);
        String last = query.substring(query.lastIndexOf('&') + 1);
        String field = last.substring(0, last.indexOf('='));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"" + field + "-error\"").containsOnlyOnce("aria-invalid=\"true\"");
    }

    @Test
    void whereToOpenIsAnsweredWithTheChoiceAndItsEffect() {
        String page = get("/steering/openings?area=department-66&openings=2&doctors=2&minutes=15&inhabitants=300");
        assertThat(page).contains("Les 2 ouvertures à choisir", "Voir sur la carte", "change=opening_");
        for (String benefit : List.of("apl-gain", "under-threshold")) {
            assertThat(get("/steering/openings?area=department-66&openings=1&benefit=" + benefit))
                    .contains("L’ouverture à choisir");
        }
        assertThat(planner.get("/steering/openings?openings=1&benefit=glory").statusCode())
                .isEqualTo(422);
    }

    @Test
    void moreOpeningsThanCandidatesIsSaid() {
        assertThat(get("/steering/openings?area=department-66&openings=30&inhabitants=7000"))
                .contains("Pas assez de communes candidates");
        assertThat(get("/steering/openings?area=department-66&openings=1&inhabitants=999999"))
                .contains("Aucune commune n’a assez d’habitants");
    }

    @Test
    void fewSearchesAreMaskedEverywhere() throws IOException {
        searches("66230", 10);
        searches("66231", 11);
        assertThat(get("/steering/communes/66230")).contains("le nombre est masqué");
        assertThat(get("/steering/communes/66231")).contains("11 recherches en douze mois");
        JsonNode values = json("/steering/map/values?indicator=unmet");
        assertThat(values.at("/66230/value").isNull()).isTrue();
        assertThat(values.at("/66230/shade").asInt()).isZero();
        assertThat(values.at("/66231/value").asInt()).isEqualTo(11);
        List<CSVRecord> rows = csv("/steering/table.csv");
        assertThat(rows)
                .filteredOn(row -> row.get("code").equals("66230"))
                .allMatch(row -> row.get("unmet_searches").isEmpty());
        assertThat(rows)
                .filteredOn(row -> row.get("code").equals("66231"))
                .allMatch(row -> row.get("unmet_searches").equals("11"));
    }

    @Test
    void theFileHoldsOneRowACommuneWithPlainNumbers() throws IOException {
        var answer = planner.get("/steering/table.csv?area=department-66");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("communes-department-66.csv");
        List<CSVRecord> rows = csv("/steering/table.csv?area=department-66");
        assertThat(rows)
                .hasSize(count("select count(*) from geo.commune where code like '66%' and district_of is null"));
        assertThat(rows).allMatch(CSVRecord::isConsistent);
        assertThat(rows).allMatch(row -> Double.parseDouble(row.get("apl")) >= 0);
        assertThat(rows).extracting(row -> row.get("name")).contains("Perpignan", "L'Albère");
    }

    @Test
    void theMapsDataIsWellFormed() {
        JsonNode outlines = json("/steering/map/outlines?area=department-66&zoom=9");
        assertThat(outlines.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(outlines.get("features").size()).isGreaterThan(200);
        JsonNode values = json("/steering/map/values?area=department-66&indicator=centre");
        assertThat(values.at("/66136/shade").asInt()).isEqualTo(1);
        assertThat(json("/steering/map/points?area=department-66")
                        .get(0)
                        .get("name")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void everyAreaOfTheListCanBeLookedAt() {
        String page = get("/steering");
        var keys = AREA.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(keys).contains("all", "department-66").anyMatch(key -> key.startsWith("cpts-"));
        for (String key : keys) {
            String area = URLEncoder.encode(key, StandardCharsets.UTF_8);
            assertThat(get("/steering?area=" + area)).as(key).doesNotContain("NaN");
        }
    }

    private Browser signedIn(String login) {
        Browser browser = browser();
        browser.signIn(login, Accounts.DEMONSTRATION_PASSWORD);
        return browser;
    }

    private String get(String path) {
        var answer = planner.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path));
    }

    private List<CSVRecord> csv(String path) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(get(path))).getRecords();
    }

    private void searches(String commune, int number) {
        jdbc.sql("""
                insert into scheduling.unmet_search (day, commune_code, service_code, within_minutes)
                select current_date, :commune, 'general-practice', 15 from generate_series(1, :number)
                """).param("commune", commune).param("number", number).update();
    }

    private int count(String question) {
        return jdbc.sql(question).query(Integer.class).single();
    }
}
