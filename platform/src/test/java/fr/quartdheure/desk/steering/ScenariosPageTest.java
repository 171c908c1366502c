package fr.quartdheure.desk.steering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A draft gets a name, is compared, passed on and taken back. */
class ScenariosPageTest extends RunningPlatform {

    private static final String OPENING = "opening_42.6184_2.4212_2";

    private Browser planner;

    @BeforeEach
    void signIn() {
        planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
        planner.get("/steering?area=department-66&change=" + OPENING);
    }

    @Test
    void aDraftIsKeptOnceHoweverOftenItIsSent() {
        var fields = fields("Prades <b>& Conflent</b>");
        var kept = planner.post("/steering/scenarios", fields);
        var again = planner.post("/steering/scenarios", fields);
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(location(again)).isEqualTo(location(kept));
        assertThat(count("select count(*) from planning.scenario where name like 'Prades%'"))
                .isEqualTo(1);
        String page = planner.get(location(kept)).body();
        assertThat(page)
                .contains("Prades &lt;b&gt;&amp; Conflent", "Côte à côte", "Aujourd’hui", "avec 2 généralistes");
        assertThat(count("""
                select count(*) from planning.scenario s join account.account a on a.id = s.created_by
                where a.login = 'claire.soler' and s.name like 'Prades%'
                """)).isEqualTo(1);
    }

    @Test
    void withoutTheTokenOfItsPageNothingIsKept() {
        var fields = fields("Sans jeton");
        fields.put("_csrf", "forged");
        assertThat(planner.post("/steering/scenarios", fields).statusCode()).isIn(403, 404);
        assertThat(browser().post("/steering/scenarios", fields).statusCode()).isIn(302, 403, 404);
        assertThat(count("select count(*) from planning.scenario where name = 'Sans jeton'"))
                .isZero();
    }

    @Test
    void withoutANameOrAChangeItSaysWhatIsMissing() {
        assertThat(planner.post("/steering/scenarios", fields("   ")).statusCode())
                .isEqualTo(422);
        assertThat(planner.post("/steering/scenarios", fields("n".repeat(121))).statusCode())
                .isEqualTo(422);
        var unchanged = fields("Rien");
        unchanged.put("change", "nonsense");
        var refused = planner.post("/steering/scenarios", unchanged);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Ce scénario n’a pas été gardé");
    }

    @Test
    void whoeverHasTheLinkReadsItUntilItIsTakenBack() {
        UUID id = kept("À montrer");
        String link = "/scenarios/" + text("select token from planning.scenario where id = :id", id);
        var shown = browser().get(link);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("À montrer", "avec 2 généralistes")
                .doesNotContain("/removal", "/steering/scenarios", "Claire Soler", "claire.soler");
        assertThat(browser().get("/scenarios/unknown").statusCode()).isEqualTo(404);
        assertThat(planner.get("/steering/scenarios").body()).contains("À montrer");

        String after = location(planner.post("/steering/scenarios/" + id + "/removal", Map.of()));
        assertThat(browser().get(link).statusCode()).isEqualTo(404);
        assertThat(planner.get(after).body()).contains("Annuler le retrait");
        planner.post("/steering/scenarios/" + id + "/restoration", Map.of());
        assertThat(browser().get(link).statusCode()).isEqualTo(200);
        assertThat(planner.post("/steering/scenarios/" + id + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(planner.post("/steering/scenarios/" + id + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void itIsAFileForMaps() {
        UUID id = kept("Au format GeoJSON \"cité\"");
        var answer = planner.get("/steering/scenarios/" + id + ".geojson");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/geo+json");
        var file = JsonMapper.shared().readTree(answer.body());
        assertThat(file.at("/name").asString()).isEqualTo("Au format GeoJSON \"cité\"");
        assertThat(file.at("/features/0/geometry/coordinates/0").asDouble()).isEqualTo(2.4212);
        assertThat(file.at("/features/0/geometry/coordinates/1").asDouble()).isEqualTo(42.6184);
        assertThat(file.at("/features/0/properties/doctors").asInt()).isEqualTo(2);
        assertThat(file.at("/features").values().stream()
                        .filter(feature ->
                                "commune".equals(feature.at("/properties/kind").asString())))
                .hasSize(226)
                .anySatisfy(prades -> {
                    assertThat(prades.at("/properties/code").asString()).isEqualTo("66149");
                    assertThat(prades.at("/properties/apl_then").asDouble())
                            .isGreaterThan(prades.at("/properties/apl_today").asDouble());
                });
        assertThat(file.at("/features").values().stream()
                        .filter(feature ->
                                "site".equals(feature.at("/properties/kind").asString())))
                .isNotEmpty()
                .allMatch(site -> site.at("/properties/open_then").asBoolean());
    }

    @Test
    void atMostFourAreCompared() {
        var query = new StringBuilder("/steering/scenarios?area=department-66");
        for (int n = 1; n <= 5; n++) {
            query.append("&id=").append(kept("Variante " + n));
        }
        String page = planner.get(query.toString()).body();
        assertThat(page).contains("<h3>Variante 1</h3>", "<h3>Variante 4</h3>").doesNotContain("<h3>Variante 5</h3>");
    }

    private UUID kept(String name) {
        String location = location(planner.post("/steering/scenarios", fields(name)));
        return UUID.fromString(location.substring(location.indexOf("&id=") + 4));
    }

    private static Map<String, String> fields(String name) {
        var fields = new HashMap<String, String>();
        fields.put("name", name);
        fields.put("area", "department-66");
        fields.put("change", OPENING);
        fields.put("once", UUID.randomUUID().toString());
        return fields;
    }

    private String text(String question, UUID id) {
        return jdbc.sql(question).param("id", id).query(String.class).single();
    }

    private int count(String question) {
        return jdbc.sql(question).query(Integer.class).single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
