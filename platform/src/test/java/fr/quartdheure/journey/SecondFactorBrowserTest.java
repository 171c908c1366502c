package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.Role;
import fr.quartdheure.factor.Totp;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An administrator sets up her second factor, signs in with it and looks after accounts, by keyboard. */
@TestPropertySource(properties = "quartdheure.one-step-sign-in=false")
class SecondFactorBrowserTest extends RunningPlatform {

    private static final String PASSWORD = "tramontane et tramway";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Accounts accounts;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        page = chromium.visitor(1440);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void theFactorIsSetUpAndAskedForByKeyboard() {
        String login = administrator();
        signIn(login);
        assertThat(page.locator("h1")).hasText("Protégez votre compte");
        Chromium.look(page, "factor-setup");
        String secret = page.locator("main code").textContent();
        Instant now = clock.instant();
        type("rien");
        assertThat(page.locator("[role=alert]")).containsText("pas accepté");
        assertThat(page.locator("#code")).isFocused();
        Chromium.look(page, "factor-setup-refused");
        assertThat(page.locator("main code")).hasText(secret);
        type(Totp.code(secret, now));
        assertThat(page.locator("main ol li")).hasCount(10);
        Chromium.look(page, "factor-recovery-codes");
        page.locator("main a.btn").press("Enter");
        assertThat(page.locator("h1")).hasText("Administration");
        page.context().clearCookies();
        signIn(login);
        assertThat(page.locator("#code")).isFocused();
        Chromium.look(page, "factor-code");
        type("000000");
        assertThat(page.locator("[role=alert]")).containsText("pas accepté");
        page.locator("summary:has-text('téléphone')").press("Enter");
        Chromium.look(page, "factor-code-refused");
        type(Totp.code(secret, now.plusSeconds(30)));
        assertThat(page.locator("h1")).hasText("Administration");
        lookAfterAccounts(login);
    }

    @Test
    void theSetUpSpeaksEnglish() {
        signIn(administrator());
        page.navigate(address() + "/account/factor?lang=en");
        assertThat(page.locator("h1")).hasText("Protect your account");
        Chromium.look(page, "factor-setup-english");
    }

    private void lookAfterAccounts(String login) {
        page.navigate(address() + "/admin/accounts");
        Chromium.look(page, "accounts");
        page.locator("#text").fill(login);
        page.locator("#text").press("Enter");
        page.locator("main table a").first().press("Enter");
        assertThat(page.locator("h1")).hasText("Compte de Line Vidal");
        Chromium.look(page, "account");
        String invited = "invitee." + UUID.randomUUID().toString().substring(0, 8);
        page.navigate(address() + "/admin/accounts");
        page.locator("#name").fill("Inès Roig");
        page.locator("#login").fill(invited);
        page.locator("#email").fill(invited + "@example.org");
        page.locator("#email").press("Enter");
        assertThat(page.locator("#place-error")).isVisible();
        Chromium.look(page, "accounts-refused");
        page.locator("#role").selectOption("regulator");
        page.locator("#email").press("Enter");
        assertThat(page.locator("h1")).hasText("Compte de Inès Roig");
        String body = jdbc.sql("select body from notice.message where recipient = :to")
                .param("to", invited + "@example.org")
                .query(String.class)
                .single();
        page.navigate(body.replaceAll("(?s).*(http://\\S+/login/invitation/\\S+).*", "$1"));
        Chromium.look(page, "invitation");
    }

    private void signIn(String login) {
        page.navigate(address() + "/login");
        page.locator("#login").fill(login);
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
    }

    private void type(String code) {
        page.locator("#code").fill(code);
        page.locator("#code").press("Enter");
    }

    private String administrator() {
        String login = "admin." + UUID.randomUUID().toString().substring(0, 8);
        accounts.create(login, "Line Vidal", PASSWORD, null, List.of(new Grant(Role.ADMINISTRATOR, null, null)));
        return login;
    }
}
