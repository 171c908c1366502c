package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.quartdheure.client.ClientPlatform;
import fr.quartdheure.support.Chromium;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator lets other software in by keyboard; every state of the page is looked at. */
class ClientsBrowserTest extends ClientPlatform {

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        page = chromium.visitor(1440);
        page.navigate(address() + "/login");
        page.locator("#login").fill("olivier.martinez");
        page.locator("#password").fill("quinze-minutes-a-pied");
        page.keyboard().press("Enter");
        page.waitForURL("**/admin");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void softwareIsLetInAndItsSecretReplaced() {
        String name = "Agenda du centre " + UUID.randomUUID().toString().substring(0, 8);
        page.getByText("Voir les logiciels autorisés").click();
        Chromium.look(page, "clients");
        page.locator("#name").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=alert]")).isVisible();
        assertThat(page.locator("#name")).isFocused();
        Chromium.glance(page, "clients-refused");
        page.keyboard().type(name);
        page.locator("#organization").selectOption(organization().toString());
        page.getByLabel("Prendre un rendez-vous").check();
        page.locator("#name").press("Enter");
        assertThat(page.locator("h1")).hasText(name);
        assertThat(page.locator("#secret")).hasValue(Pattern.compile("[A-Za-z0-9_-]{43}"));
        assertThat(page.locator("#secret")).isFocused();
        page.locator("[data-copy]").click();
        Chromium.look(page, "client-secret");
        page.locator("#overlap").selectOption("8");
        page.getByText("Remplacer et afficher le nouveau").click();
        assertThat(page.locator("dl.facts")).containsText("L’ancien secret vaut");
        page.getByText("Désactiver ce logiciel").click();
        assertThat(page.locator("[role=status]").first()).containsText("Le logiciel est désactivé");
        Chromium.look(page, "client-disabled");
        page.navigate(page.url() + "&lang=en");
        assertThat(page.locator("main")).containsText("Enable this software");
        page.navigate(address() + "/admin/clients?lang=en");
        assertThat(page.locator("main")).containsText("Authorised software");
        Chromium.glance(page, "clients-english");
    }
}
