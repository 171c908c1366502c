package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two records of one person become one at the desk, by keyboard, and two again; twins do not by a slip. */
class DuplicatesBrowserTest extends RunningPlatform {

    private Chromium chromium;
    private Page page;
    private UUID site;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        page = chromium.visitor(1440);
        page.navigate(address() + "/login");
        page.locator("#login").fill("nathalie.bosch");
        page.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL("**/secretary/sites/**");
        site = UUID.fromString(page.url().replaceAll(".*/sites/([0-9a-f-]{36}).*", "$1"));
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void oneOfTwoAndTwoAgain() {
        UUID kept = person("Vilaseca", "Mariette", "1961-04-12", "+33639980611");
        UUID gone = person("Vilasecca", "Mariette", "1961-04-12", null);
        page.navigate(address() + "/secretary/duplicates");
        assertThat(page.locator(".pair").first()).containsText("Vilaseca");
        Chromium.look(page, "duplicates");
        page.locator(".pair a.btn").first().press("Enter");
        assertThat(page.locator("h1")).hasText("Une personne, ou deux ?");
        Chromium.look(page, "duplicates-compare");
        page.locator("input[name=keep][value='" + kept + "']").check();
        page.locator("form[action$='/merge'] button[type=submit]").press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("n’en font plus qu’un");
        assertThat(hidden(gone)).isTrue();
        Chromium.look(page, "duplicates-merged");
        page.locator("form[action*='/merges/'] button").first().press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("Fusion défaite");
        assertThat(hidden(gone)).isFalse();
    }

    @Test
    void twinsAreMergedOnlyByWhoeverTypesTheNameThatGoes() {
        UUID elise = person("Roquefort", "Élise", "2015-09-01", null);
        UUID elisa = person("Roquefort", "Élisa", "2015-09-01", null);
        page.navigate(address() + "/secretary/duplicates/" + elise + "/" + elisa);
        assertThat(page.locator(".notice.danger")).containsText("jumeaux");
        page.locator("input[name=keep][value='" + elise + "']").check();
        page.locator("form[action$='/merge'] button[type=submit]").press("Enter");
        assertThat(page.locator("[role=alert]")).containsText("Rien n’est fusionné");
        assertThat(hidden(elisa)).isFalse();
        Chromium.look(page, "duplicates-twins");
        page.locator("form[action$='/apart'] button").press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("deux personnes différentes");
        page.locator("form[action$='/doubt'] button").first().press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("de nouveau proposée");
        page.navigate(address() + "/secretary/duplicates/" + elise + "/" + elisa + "?lang=en");
        page.locator("input[name=keep][value='" + elise + "']").check();
        page.locator("#typed").fill("elisa");
        page.locator("form[action$='/merge'] button[type=submit]").press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("now one");
        assertThat(hidden(elisa)).isTrue();
    }

    @Test
    void whoeverHasTwoAppointmentsAtOnceIsShownThemAndNothingIsMerged() {
        record Two(UUID one, UUID other) {}
        Two two = jdbc.sql("""
                        select a.patient_id as one, b.patient_id as other
                        from scheduling.appointment a join scheduling.appointment b
                          on b.site_id = a.site_id and b.start_at = a.start_at and b.patient_id <> a.patient_id
                        where a.site_id = :site and a.status = 'booked' and b.status = 'booked'
                          and a.start_at > now() + interval '1 day'
                        order by a.start_at, a.id, b.id limit 1
                        """).param("site", site).query(Two.class).single();
        page.navigate(address() + "/secretary/duplicates/" + two.one() + "/" + two.other());
        assertThat(page.locator("[role=alert]")).containsText("deux rendez-vous à la fois");
        assertThat(page.locator("[role=alert] a")).hasCount(2);
        assertThat(page.locator("form[action$='/merge']")).hasCount(0);
        Chromium.look(page, "duplicates-obstructed");
    }

    @Test
    void aWayBackThatIsClosedSaysWhy() {
        UUID kept = person("Casals", "Pauline", "1971-10-10", null);
        UUID gone = person("Casalz", "Pauline", "1971-10-10", null);
        page.navigate(address() + "/secretary/duplicates/" + kept + "/" + gone);
        page.locator("input[name=keep][value='" + kept + "']").check();
        page.locator("form[action$='/merge'] button[type=submit]").press("Enter");
        jdbc.sql("update patient.patient set phone = '+33639980777' where id = :id")
                .param("id", kept)
                .update();
        page.locator("form[action*='/merges/'] button").first().press("Enter");
        assertThat(page.locator("[role=alert]")).containsText("corrigés depuis");
        assertThat(hidden(gone)).isTrue();
        Chromium.look(page, "duplicates-undo-refused");
    }

    @Test
    void nobodySeesPeopleOfOthers() {
        UUID ours = person("Sabaté", "Joan", "1950-01-02", null);
        UUID theirs = jdbc.sql("""
                        select patient_id from patient.known_at k where not exists (
                          select from patient.known_at o where o.patient_id = k.patient_id
                            and o.organization_id = (select s.organization_id from directory.site s where s.id = :site))
                        limit 1
                        """).param("site", site).query(UUID.class).single();
        Browser secretary = browser();
        secretary.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        String pair = "/secretary/duplicates/" + ours + "/" + theirs;
        assertThat(secretary.get(pair).statusCode()).isEqualTo(404);
        secretary.get("/secretary/duplicates");
        assertThat(secretary
                        .post(pair + "/merge", Map.of("keep", ours.toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(secretary.post(pair + "/apart", Map.of()).statusCode()).isEqualTo(404);
        Browser planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
        assertThat(planner.get("/secretary/duplicates").statusCode()).isNotEqualTo(200);
        assertThat(browser().get("/secretary/duplicates").statusCode()).isEqualTo(302);
    }

    private UUID person(String birthName, String firstNames, String born, @Nullable String phone) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into patient.patient (id, birth_name, first_names, birth_date, sex, phone, origin)
                values (:id, :birthName, :firstNames, :born::date, 'female', :phone::text, 'secretary')
                """)
                .param("id", id)
                .param("birthName", birthName)
                .param("firstNames", firstNames)
                .param("born", born)
                .param("phone", phone)
                .update();
        jdbc.sql("""
                insert into patient.known_at (patient_id, organization_id)
                select :id, organization_id from directory.site where id = :site
                """).param("id", id).param("site", site).update();
        return id;
    }

    private boolean hidden(UUID id) {
        return jdbc.sql("select merged_into is not null from patient.patient where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
