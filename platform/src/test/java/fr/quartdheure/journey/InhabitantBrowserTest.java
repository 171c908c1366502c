package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the home page to a confirmed appointment on a phone, in four screens. */
class InhabitantBrowserTest extends RunningPlatform {

    private static final int PHONE = 360;

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        page = chromium.visitor(PHONE);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"saint laurent de cerd,Saint-Laurent-de-Cerdans,village", "perpignan,Est,district"})
    void booksWithAPhoneInFourScreens(String typed, String chosen, String name) {
        page.navigate(address() + "/");
        Chromium.look(page, "home");
        chooseCommune(typed, chosen);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Voir les places libres"))
                .click();

        Chromium.look(page, "search-" + name);
        page.locator("button.slot").first().click();

        Chromium.look(page, "identity");
        submitIdentity();
        Chromium.look(page, "identity-errors");
        assertThat(page.locator("[data-focus-first]")).isFocused();
        fillIdentity("claire." + name + "@example.org");
        submitIdentity();

        Chromium.look(page, "code");
        page.locator("#code").fill("000000".equals(code()) ? "111111" : "000000");
        page.locator("main form button[type=submit]").first().click();
        Chromium.look(page, "code-wrong");
        page.locator("#code").fill(code());
        page.locator("main form button[type=submit]").first().click();

        assertThat(page.locator("h1")).hasText("Rendez-vous confirmé");
        Chromium.look(page, "confirmed");
        waitsForAnEarlierHour();
        movesAndCancels();
    }

    private void movesAndCancels() {
        Locator move = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Déplacer"));
        if (move.count() == 0) {
            return; // an hour of today or tomorrow morning is past the site's cut-off
        }
        move.click();
        Chromium.look(page, "move");
        page.locator("button.slot").first().click();
        assertThat(page.locator("h1")).hasText("Rendez-vous confirmé");
        page.locator("details.more summary").click();
        Chromium.look(page, "cancel");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Oui, annuler"))
                .click();
        assertThat(page.locator("h1")).hasText("Rendez-vous annulé");
    }

    @Test
    void anHourTakenMeanwhileLeavesThreeOthers() {
        String search = address() + "/search?commune=66136-est&service=general-practice";
        Page other = chromium.visitor(PHONE);
        page.navigate(search);
        other.navigate(search);
        page.locator("button.slot").first().click();
        assertThat(page.locator("h1")).hasText("Pour qui est ce rendez-vous ?");

        other.locator("button.slot").first().click();

        assertThat(other.locator("[role=alert] h1")).hasText("Cette heure vient d’être prise");
        assertThat(other.locator("button.slot")).hasCount(3);
        Chromium.look(other, "taken");
    }

    @Test
    void thePlainPagesAreAccessible() {
        for (String path : new String[] {"about", "privacy", "accessibility", "emergency", "me", "manage", "login"}) {
            page.navigate(address() + "/" + path);
            Chromium.look(page, path);
        }
        page.navigate(address() + "/nowhere");
        Chromium.look(page, "absent");
        page.navigate(address() + "/search?place=zzzzqqq");
        Chromium.look(page, "search-unknown");
        page.navigate(address() + "/search?commune=66124&service=gynaecology&within=15");
        Chromium.look(page, "search-nothing");
        page.navigate(address() + "/demo/styleguide");
        Chromium.look(page, "styleguide");
        page.navigate(address() + "/demo/messages");
        Chromium.look(page, "demo-messages");
    }

    private void chooseCommune(String typed, String chosen) {
        page.locator("#place").pressSequentially(typed);
        Locator option = page.locator("[role=option]", new Page.LocatorOptions().setHasText(chosen))
                .first();
        assertThat(option).isVisible();
        Chromium.look(page, "home-choices");
        while (!"true".equals(option.getAttribute("aria-selected"))) {
            page.locator("#place").press("ArrowDown");
        }
        page.locator("#place").press("Enter");
    }

    private void waitsForAnEarlierHour() {
        page.getByText("Prévenez-moi si une place plus tôt se libère").click();
        Chromium.look(page, "wait");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("M’inscrire sur la liste d’attente"))
                .press("Enter");
        assertThat(page.locator("h1")).hasText("Vous êtes sur la liste d’attente");
        Chromium.look(page, "waiting");
    }

    private void fillIdentity(String email) {
        page.locator("#birthName").fill("Vidal");
        page.locator("#firstNames").fill("Claire");
        page.locator("#birthDate").fill("14/08/1955");
        page.locator("input[name=sex][value=female]").check();
        page.locator("#email").fill(email);
        page.locator("#informed").check();
    }

    private void submitIdentity() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recevoir le code"))
                .click();
    }

    private String code() {
        return jdbc.sql("select code from notice.message where code is not null order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
