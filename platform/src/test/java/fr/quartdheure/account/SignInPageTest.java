package fr.quartdheure.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.AccountCreation.Created;
import fr.quartdheure.support.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInPageTest extends RunningPlatform {

    private static final String PASSWORD = "tramontane et tramway";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Accounts accounts;

    @Test
    void staffPathsLeadToTheLoginPageAndBack() {
        String login = secretary();
        var browser = browser();
        var refused = browser.get("/secretary/day?site=12", "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location")).hasValue("/login");
        var welcomed = browser.signIn(login, PASSWORD);
        assertThat(welcomed.statusCode()).isEqualTo(302);
        assertThat(welcomed.headers().firstValue("Location")).hasValue("/secretary/day?site=12");
    }

    @Test
    void scriptsAndUnknownPathsAreAnsweredAbsent() {
        assertThat(browser().get("/secretary", "HX-Request", "true").statusCode())
                .isEqualTo(404);
        assertThat(browser().get("/admin", "Accept", "application/json").statusCode())
                .isEqualTo(404);
        assertThat(browser().get("/no-such-page").statusCode()).isEqualTo(404);
        assertThat(browser().get("/login/refused").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageWithoutTheRightLooksAbsent() {
        var browser = browser();
        browser.signIn(secretary(), PASSWORD);
        assertThat(browser.get("/admin").statusCode()).isEqualTo(404);
        assertThat(browser.get("/practitioner").statusCode()).isEqualTo(404);
    }

    @Test
    void practitionersPagesArePublicAndThePractitionersDeskIsNot() {
        assertThat(browser().get("/practitioners/none", "Accept", "text/html").statusCode())
                .isNotEqualTo(302);
        assertThat(browser().get("/practitioner/day", "Accept", "text/html").statusCode())
                .isEqualTo(302);
    }

    @Test
    void aWrongPasswordAnUnknownLoginAndADisabledAccountGetTheSameAnswer() {
        String login = secretary();
        String disabled = secretary();
        accounts.setDisabled(accounts.find(disabled).orElseThrow().id(), true);
        var wrong = browser().signIn(login, "not the password");
        var unknown = browser().signIn("x" + login, "not the password");
        var closed = browser().signIn(disabled, PASSWORD);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Identifiant ou mot de passe inexact").contains("value=\"" + login + "\"");
        assertThat(same(unknown.body(), "x" + login)).isEqualTo(same(wrong.body(), login));
        assertThat(same(closed.body(), disabled)).isEqualTo(same(wrong.body(), login));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(closed.statusCode()).isEqualTo(401);
    }

    @Test
    void guessesAreSlowedDownInPlainWords() {
        String login = secretary();
        var browser = browser();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(login, "guess number " + i).statusCode()).isEqualTo(401);
        }
        browser.signIn(login, "guess number 6");
        var slowed = browser.signIn(login, PASSWORD);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        assertThat(slowed.body()).contains("Trop d’essais");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var browser = browser();
        browser.get("/login");
        var forged = browser.post("/login", Map.of("login", secretary(), "password", PASSWORD, "_csrf", "forged"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(browser().post("/logout", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void whoeverOnlyLooksCostsNoSession() {
        long before = sessions();
        var browser = browser();
        var page = browser.get("/login");
        browser.get("/secretary", "Accept", "text/html");
        browser.post("/login", Map.of("login", "nobody", "password", "no password"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(sessions()).isEqualTo(before);
        assertThat(browser.cookie("session")).isEmpty();
        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void theSessionIsARowUntilSignOut() {
        String login = secretary();
        var browser = browser();
        browser.signIn(login, PASSWORD);
        assertThat(browser.cookie("session")).isPresent();
        assertThat(idleSeconds(login)).containsExactly(15 * 60);
        var page = browser.get("/login");
        assertThat(page.body()).contains("action=\"/logout\"");
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(idleSeconds(login)).isEmpty();
        assertThat(browser.get("/secretary", "Accept", "text/html").statusCode())
                .isEqualTo(302);
        assertThat(jdbc.sql("select act from audit.trace where account_id = :id order by id")
                        .param("id", accounts.find(login).orElseThrow().id())
                        .query(String.class)
                        .list())
                .containsExactly("sign-in", "sign-out");
    }

    @Test
    void signingInAgainTakesANewSession() {
        String login = secretary();
        var browser = browser();
        browser.signIn(login, PASSWORD);
        String first = browser.cookie("session").orElseThrow();
        browser.signIn(login, PASSWORD);
        assertThat(browser.cookie("session")).isPresent().get().isNotEqualTo(first);
        assertThat(idleSeconds(login)).hasSize(1);
    }

    @Test
    void aChangedPasswordEndsTheSessions() {
        String login = secretary();
        browser().signIn(login, PASSWORD);
        assertThat(idleSeconds(login)).hasSize(1);
        accounts.setPassword(accounts.find(login).orElseThrow(), "une autre phrase assez longue");
        assertThat(idleSeconds(login)).isEmpty();
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        for (String path : List.of("/login", "/api/v1/nothing", "/assets/tokens.css")) {
            var headers = browser().get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Permissions-Policy"))
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("camera=()").contains("geolocation=(self)"));
        }
    }

    @Test
    void theApiKnowsNoCookieAndAsksForNoToken() {
        long before = sessions();
        var answer = browser().post("/api/v1/nothing", Map.of());
        assertThat(answer.statusCode()).isNotIn(302, 403);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void theDemonstrationShowsItsAccounts() {
        String login = secretary();
        assertThat(browser().get("/login").body())
                .contains(Accounts.DEMONSTRATION_PASSWORD)
                .containsAnyOf(login, "Secrétariat");
    }

    private String secretary() {
        String login = "secretaire." + UUID.randomUUID().toString().substring(0, 8);
        var grants = List.of(new Grant(Role.SECRETARY, null, UUID.randomUUID()));
        assertThat(accounts.create(login, "Line Vidal", PASSWORD, null, grants)).isInstanceOf(Created.class);
        return login;
    }

    private long sessions() {
        return jdbc.sql("select count(*) from account.session")
                .query(Long.class)
                .single();
    }

    private List<Integer> idleSeconds(String login) {
        return jdbc.sql("select max_inactive_interval from account.session where principal_name = :login")
                .param("login", login)
                .query(Integer.class)
                .list();
    }

    private static String same(String page, String login) {
        return page.replace(login, "LOGIN")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("hx-headers='[^']*'", "")
                .replaceAll("(?s)<section.*</section>", "");
    }
}
