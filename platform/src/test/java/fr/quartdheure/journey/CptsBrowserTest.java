package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The community's pages in three widths, by keyboard. */
class CptsBrowserTest extends RunningPlatform {

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aCoordinatorAddsACommuneByKeyboard() {
        Page page = chromium.visitor(360);
        signIn(page, "helene.puig");
        page.navigate(address() + "/steering/cpts");
        Chromium.look(page, "cpts-list");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CPTS fictive de la Têt au littoral"))
                .press("Enter");
        page.locator("#place").pressSequentially("Théza");
        assertThat(page.locator("[role=option]").first()).isVisible();
        page.locator("#place").press("ArrowDown");
        page.locator("#place").press("Enter");
        page.locator("form[action$='/communes'] button").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Territoire complété");
        Chromium.look(page, "cpts-sheet");
    }

    @Test
    void aTerritoryIsDrawnOnTheMap() {
        Page page = chromium.visitor(1440);
        signIn(page, "helene.puig");
        page.navigate(address() + "/steering/cpts");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CPTS fictive de la Têt au littoral"))
                .click();
        assertThat(page.locator("[data-cpts-map][data-drawn]")).isVisible();
        int before = page.locator("path.chosen").count();
        page.locator("[data-around]").press("Enter");
        page.locator("[data-cpts-map]").scrollIntoViewIfNeeded();
        var box = page.locator("path.chosen").first().boundingBox();
        page.mouse().move(box.x - 40, box.y - 60);
        page.mouse().down();
        page.mouse().move(box.x + 60, box.y - 60);
        page.mouse().move(box.x + 60, box.y + 40);
        page.mouse().move(box.x - 40, box.y + 40);
        page.mouse().up();
        int drawn = page.locator("path.chosen").count();
        if (drawn <= before) {
            throw new AssertionError("the line took in nothing: " + before + " communes before, " + drawn + " after");
        }
        Chromium.look(page, "cpts-map");
        page.locator("[data-cpts-form] button[type=submit]").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Territoire complété");
        assertThat(page.locator("path.chosen")).hasCount(drawn);
    }

    @Test
    void aSecretaryLooksForUnscheduledTimeOfTheCommunity() {
        Page page = chromium.visitor(1440);
        signIn(page, "nathalie.bosch");
        page.navigate(address() + "/secretary/community?place=Cabestany");
        Chromium.look(page, "cpts-free");
    }

    private void signIn(Page page, String login) {
        page.navigate(address() + "/login");
        page.locator("#login").fill(login);
        page.locator("#password").fill("quinze-minutes-a-pied");
        page.locator("main form button[type=submit]").press("Enter");
    }
}
