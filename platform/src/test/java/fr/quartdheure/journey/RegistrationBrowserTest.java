package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asked on a phone by keyboard, matched by the secretary, accepted, declared. */
class RegistrationBrowserTest extends RunningPlatform {

    private static final int PHONE = 360;
    private static final String PASSWORD = "quinze-minutes-a-pied";

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
    void aRequestBecomesASignedDeclarationByKeyboard() {
        Page page = chromium.visitor(PHONE);
        asks(page);
        Chromium.look(page, "registration-mine");
        page.locator(".more summary").first().press("Enter");
        Chromium.glance(page, "registration-mine-rules");

        Page desk = chromium.visitor(1440);
        opensPlaces(desk);

        page.reload();
        assertThat(page.locator("#offer")).containsText("peut vous prendre");
        Chromium.look(page, "registration-offered");
        page.locator("form[action$='/offer'] button").press("Enter");
        assertThat(page.locator("#taken")).containsText("vous prend comme patient");
        Chromium.look(page, "registration-taken");
        page.locator("a[href$='/declaration']").press("Enter");
        assertThat(page.locator("h1")).hasText("Déclaration de choix du médecin traitant");
        Chromium.look(page, "registration-draft");

        desk.reload();
        Locator signed = desk.locator("form[action$='/sign']").first();
        signed.locator("input[type=date]").first().fill("2026-01-05");
        signed.locator("input[type=date]").last().fill("2026-01-05");
        signed.locator("button").press("Enter");
        assertThat(desk.locator(".notice.ok")).containsText("Déclaration signée des deux");
        Chromium.look(desk, "registration-list");
    }

    private void asks(Page page) {
        page.navigate(address() + "/registration");
        Chromium.look(page, "registration-where");
        page.locator("#place").pressSequentially("Cabestany");
        assertThat(page.locator("[role=option]").first()).isVisible();
        page.locator("#place").press("ArrowDown");
        page.locator("#place").press("Enter");
        page.locator("form[role=search] button[type=submit]").press("Enter");
        Chromium.look(page, "registration-choose");
        page.getByLabel("Demander ici, MSP Jeanne Danjou").press("Space");
        page.locator("form[action='/registration/ask'] button[type=submit]").press("Enter");
        page.locator("main form button[type=submit]").press("Enter");
        assertThat(page.locator("[data-focus-first]")).isFocused();
        Chromium.look(page, "registration-who-errors");
        page.locator("#birthName").fill("Amiel");
        page.locator("#firstNames").fill("Jeanne");
        page.locator("#birthDate").fill("14/08/1955");
        page.locator("input[name=sex][value=female]").press("Space");
        page.locator("input[name=said][value=long-term]").press("Space");
        page.locator("#email").fill("jeanne.amiel@example.org");
        page.locator("#informed").press("Space");
        page.locator("main form button[type=submit]").press("Enter");
        Chromium.look(page, "registration-code");
        page.locator("#code").fill(code());
        page.locator("main form button[type=submit]").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("vous êtes sur la liste");
    }

    private void opensPlaces(Page desk) {
        desk.navigate(address() + "/login");
        desk.locator("#login").fill("nathalie.bosch");
        desk.locator("#password").fill(PASSWORD);
        desk.locator("main form button[type=submit]").press("Enter");
        String site = jdbc.sql("select id from directory.site where name like '%Jeanne Danjou%'")
                .query(String.class)
                .single();
        desk.navigate(address() + "/secretary/sites/" + site + "/registrations");
        desk.locator("input[name=count]").first().fill("40");
        desk.locator("form[action$='/open'] button").first().press("Enter");
        assertThat(desk.locator(".notice.ok")).containsText("places ouvertes");
        Chromium.look(desk, "registration-opened");
        desk.locator("a[href$='/rules']").first().press("Enter");
        Chromium.look(desk, "registration-rules");
        desk.goBack();
        desk.locator("a[href$='/figures']").press("Enter");
        Chromium.look(desk, "registration-figures");
        desk.goBack();
        desk.locator("a[href$='/new']").press("Enter");
        desk.locator("#q").fill("pons");
        desk.keyboard().press("Enter");
        desk.locator(".sites a").first().press("Enter");
        Chromium.look(desk, "registration-caller");
        desk.navigate(address() + "/secretary/sites/" + site + "/registrations");
    }

    private String code() {
        return jdbc.sql("select code from notice.message where code is not null order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
