package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A planner looks for the best three openings, keeps them, and shows a mayor what they would change. */
class PlannerJourneyBrowserTest extends RunningPlatform {

    private static final String IN_66 = "?area=department-66";
    private static final String OPENING = "&change=opening_42.6184_2.4212_2";

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        page = chromium.visitor(1440);
        page.navigate(address() + "/login");
        page.locator("#login").fill("claire.soler");
        page.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/steering");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void theMapOpensTheCardOfACommune() {
        drawn(IN_66);
        Chromium.look(page, "steering");
        page.locator("path.commune").first().dispatchEvent("click");
        assertThat(page.locator("#card h2")).isVisible();
        assertThat(page.locator(".leaflet-popup-content a")).containsText("Ouvrir ici");
        Chromium.glance(page, "steering-card");
        drawn(IN_66 + OPENING);
        assertThat(page.locator("path.opening")).hasCount(1);
        assertThat(page.locator("#figures")).containsText("aujourd’hui");
        Chromium.look(page, "steering-change");
    }

    @Test
    void everyOtherPageIsAccessible() {
        look("/steering/table" + IN_66, "steering-table");
        look("/steering/communes/66149" + IN_66 + OPENING, "steering-commune");
        look("/steering/staffing", "steering-staffing");
        look("/steering/staffing?boothsAsked=20&patienceAsked=30&p90Asked=30", "steering-staffing-patience");
        look("/steering/staffing?boothsAsked=0", "steering-staffing-wrong");
        look("/steering/staffing?a0900=many", "steering-staffing-wrong-curve");
        look("/steering/definitions", "steering-definitions");
        look("/steering/openings?openings=0", "steering-openings-wrong");
        look("/steering/openings?openings=30&inhabitants=7000", "steering-openings-few");
    }

    @Test
    void theBestThreeOpeningsBecomeAScenarioThatIsCompared() {
        page.navigate(address() + "/steering/openings");
        page.locator("#area").selectOption("department-66");
        page.locator("#openings").fill("3");
        page.locator("main form .btn").first().click();
        assertThat(page.locator("ol.chosen li")).hasCount(3);
        Chromium.look(page, "steering-openings");
        String mayor = page.locator("ol.chosen a").first().getAttribute("href");

        page.locator("#name").fill("Trois ouvertures dans les Pyrénées-Orientales");
        page.locator("form[action='/steering/scenarios'] button").click();
        assertThat(page).hasURL(Pattern.compile("/steering/scenarios\\?.*id="));
        assertThat(page.locator("table.compare thead th")).hasCount(3);
        assertThat(page.locator("article li")).hasCount(3);
        Chromium.look(page, "steering-scenarios");

        page.navigate(address() + mayor);
        assertThat(page.locator("h1")).containsText("l’accès aux soins");
        assertThat(page.locator("main table").first()).containsText("Maison ou centre de santé");
    }

    @Test
    void aCurveIsTypedByKeyboardAndRescaledByItsTotal() {
        page.navigate(address() + "/steering/staffing?boothsAsked=20");
        page.locator("#a1000").fill("6");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("a1000=6&"));
        assertThat(page.locator("table.staffed").nth(1).locator("tbody tr")).hasCount(17);
        page.locator("#totalAsked").fill("50");
        page.keyboard().press("Enter");
        assertThat(page.locator("#totalAsked")).hasValue("50");
        assertThat(page.locator("#a1000")).hasValue(Pattern.compile("1[01],[0-9]+"));
        Chromium.glance(page, "steering-staffing-curve");
    }

    private void drawn(String query) {
        page.navigate(address() + "/steering" + query);
        page.locator("[data-steering-map][data-drawn]").waitFor();
    }

    private void look(String path, String name) {
        page.navigate(address() + path);
        assertThat(page.locator("h1")).isVisible();
        Chromium.look(page, name);
    }
}
