package fr.quartdheure.desk.steering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hospitals, emergency departments and perinatal centres as planners read them, and nobody else. */
class HospitalsPageTest extends RunningPlatform {

    private static final String HIDE = """
            delete from territory.establishment where kind = 'perinatal-centre'
            """;
    private static final String RESTORE = """
            insert into territory.establishment
            select 'perinatal-centre', code, finess, name, commune_code, lat, lon, told_by, source, imported_at
            from territory.establishment where kind = 'hospital' and code = '660000084' on conflict do nothing
            """;

    private Browser planner;

    @BeforeEach
    void signIn() {
        planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
    }

    @AfterEach
    void restore() {
        jdbc.sql(RESTORE).update();
    }

    @Test
    void eachKindHasItsRowOfCoverage() {
        assertThat(row("emergency-department")).startsWith("standing,emergency-department,");
        assertThat(within15("emergency-department")).isPositive().isLessThanOrEqualTo(within15("hospital"));
        assertThat(get("/steering/coverage")).contains("Urgences", "Hôpital", "Maternité ou centre périnatal");
    }

    @Test
    void anEmergencyDepartmentIsOpenDayAndNightAndAHospitalsHoursAreNotKnown() {
        assertThat(get("/steering/coverage?care=emergency-department"))
                .contains("jour et nuit", "par définition de son autorisation", "Saint-Cyprien")
                .doesNotContain("table week");
        assertThat(get("/steering/coverage?care=hospital"))
                .contains("Aucun horaire connu", "sites à portée donnent ce soin, sans horaires connus");
    }

    @Test
    void whatNobodyImportedIsSaidAndNotCountedAsNobody() {
        jdbc.sql(HIDE).update();
        assertThat(get("/steering/coverage?care=perinatal-centre"))
                .contains(">pas importé</td>", "personne n’a encore donné de fichier")
                .doesNotContain("Aucun horaire connu");
        assertThat(row("perinatal-centre")).matches("standing,perinatal-centre,\\d+,{12}");
        assertThat(get("/steering")).contains("Maternité ou centre périnatal\u00a0: pas importé");
        assertThat(get("/steering/communes/66179/card")).contains("pas importé");
        assertThat(json("/steering/map/values?area=department-66&indicator=perinatal-centre")
                        .at("/66136/value")
                        .isNull())
                .isTrue();
        assertThat(get("/steering/definitions")).contains("Pas importé");
        assertThat(get("/steering/coverage?care=perinatal-centre&lang=en")).contains("not imported");
    }

    @Test
    void theCardNamesTheNearestWithItsCommune() {
        for (String page : new String[] {"/steering/communes/66179/card", "/steering/communes/66179"}) {
            assertThat(get(page)).contains("Urgences", "Clinique du Vallespir · Céret", "26 min");
        }
    }

    @Test
    void theMapColoursMinutesAndDrawsEachKind() {
        JsonNode values = json("/steering/map/values?area=department-66&indicator=emergency-department");
        assertThat(values.at("/66136/value").asDouble()).isZero();
        assertThat(values.at("/66136/shade").asInt()).isEqualTo(1);
        var kinds = new ArrayList<String>();
        json("/steering/map/points?area=department-66")
                .forEach(dot -> kinds.add(dot.get("kind").asString()));
        assertThat(kinds).contains("centre", "booth", "perinatal-centre");
        assertThat(kinds.stream().filter("emergency-department"::equals)).hasSize(5);
        assertThat(get("/steering")).contains("data-layer=\"hospital\"", "data-layer=\"booth\"");
    }

    @Test
    void definitionsTellSourceAndEstimate() {
        assertThat(get("/steering/definitions"))
                .contains("id=\"emergency-department\"", "FINESS, ARS Occitanie", "importée le", "5 établissements")
                .contains("Minutes toujours estimées");
    }

    @Test
    void nobodySearchesOrBooksThere() {
        assertThat(jdbc.sql("select count(*) from directory.site where name like 'Clinique%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(browser()
                        .get("/search?commune=66049&service=general-practice")
                        .body())
                .doesNotContain("Clinique du Vallespir");
        assertThat(browser().get("/steering/coverage").statusCode()).isEqualTo(302);
    }

    private long within15(String care) {
        return Long.parseLong(row(care).split(",")[7]);
    }

    private String row(String care) {
        return Arrays.stream(get("/steering/coverage.csv?area=department-66").split("\r\n"))
                .filter(line -> line.startsWith("standing," + care + ","))
                .findFirst()
                .orElseThrow();
    }

    private String get(String path) {
        var answer = planner.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path));
    }
}
