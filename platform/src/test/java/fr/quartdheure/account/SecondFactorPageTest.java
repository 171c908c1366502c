package fr.quartdheure.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.AccountCreation.Created;
import fr.quartdheure.factor.Totp;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** As on real data: a password alone opens nothing. */
@TestPropertySource(properties = "quartdheure.one-step-sign-in=false")
class SecondFactorPageTest extends RunningPlatform {

    private static final String PASSWORD = "tramontane et tramway";
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{39})</code>");
    private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7-]{19})</code>");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Accounts accounts;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    @SuppressWarnings("NullAway.Init")
    private RequestMappingHandlerMapping router;

    /** What she has after setting up: her app's secret, and codes on paper. */
    private record Kit(String login, String secret, List<String> recovery, Instant at) {}

    @Test
    void theFirstSignInLeadsToTheSetUpAndThenIn() {
        var browser = browser();
        var half = browser.signIn(administrator(), PASSWORD);
        assertThat(location(half)).isEqualTo("/account/factor");
        String first = browser.cookie("session").orElseThrow();
        var page = browser.get("/account/factor");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<svg class=\"qr\"").doesNotContain("otpauth");
        var told = post(browser, page, code(page, clock.instant()));
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(RECOVERY.matcher(told.body()).results()).hasSize(10);
        assertThat(told.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(browser.cookie("session")).isPresent().get().isNotEqualTo(first);
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);
        assertThat(browser.get("/account/factor").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aWrongFirstCodeShowsTheSameKeyAgain() {
        var browser = browser();
        browser.signIn(administrator(), PASSWORD);
        var page = browser.get("/account/factor");
        var refused = post(browser, page, "nothing");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(secret(refused)).isEqualTo(secret(page));
        assertThat(browser.get("/admin", "Accept", "text/html").statusCode()).isEqualTo(302);
        assertThat(post(browser, refused, code(refused, clock.instant())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSecondStepOpensWhatWasAskedForInANewSession() {
        Kit kit = kit();
        var browser = browser();
        browser.get("/admin?page=2", "Accept", "text/html");
        assertThat(location(browser.signIn(kit.login(), PASSWORD))).isEqualTo("/login/factor");
        String half = browser.cookie("session").orElseThrow();
        assertThat(idleSeconds(kit.login())).contains(5 * 60);
        browser.get("/login/factor");
        var welcomed = browser.post(
                "/login/factor", Map.of("code", Totp.code(kit.secret(), kit.at().plusSeconds(30))));
        assertThat(location(welcomed)).isEqualTo("/admin?page=2");
        assertThat(browser.cookie("session")).isPresent().get().isNotEqualTo(half);
        assertThat(idleSeconds(kit.login())).doesNotContain(5 * 60);
    }

    @Test
    void aUsedCodeAndAWrongOneGetTheSameAnswer() {
        Kit kit = kit();
        String code = Totp.code(kit.secret(), kit.at().plusSeconds(30));
        var browser = half(kit);
        assertThat(browser.post("/login/factor", Map.of("code", code)).statusCode())
                .isEqualTo(302);
        var again = half(kit);
        var replayed = again.post("/login/factor", Map.of("code", code));
        var wrong = again.post("/login/factor", Map.of("code", "not one"));
        assertThat(replayed.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(same(replayed.body())).isEqualTo(same(wrong.body())).contains("pas accepté");
        assertThat(again.get("/admin", "Accept", "text/html").statusCode()).isEqualTo(302);
    }

    @Test
    void aRecoveryCodeReplacesThePhoneOnce() {
        Kit kit = kit();
        String code = kit.recovery().getFirst();
        assertThat(half(kit).post("/login/factor", Map.of("code", code)).statusCode())
                .isEqualTo(302);
        assertThat(half(kit).post("/login/factor", Map.of("code", code)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void guessesOfCodesAreSlowedDownAndARightPasswordForgivesNone() {
        Kit kit = kit();
        var browser = half(kit);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/login/factor", Map.of("code", "guess " + i))
                            .statusCode())
                    .isEqualTo(401);
        }
        browser.post("/login/factor", Map.of("code", "guess 6"));
        var slowed =
                half(kit).post("/login/factor", Map.of("code", kit.recovery().getFirst()));
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        assertThat(slowed.body()).contains("Trop d’essais");
    }

    @Test
    void theSecondStepWithoutTheFirstLeadsToTheDoor() {
        var browser = browser();
        assertThat(location(browser.get("/login/factor"))).isEqualTo("/login");
        assertThat(location(browser.get("/account/factor", "Accept", "text/html")))
                .isEqualTo("/login");
        browser.get("/login");
        assertThat(location(browser.post("/login/factor", Map.of("code", "123456"))))
                .isEqualTo("/login");
        assertThat(browser.get("/login/factor/refused").statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasAFactorCannotSetUpAnotherWithThePasswordAlone() {
        Kit kit = kit();
        var browser = half(kit);
        assertThat(location(browser.get("/account/factor"))).isEqualTo("/login/factor");
        var proposal = Map.of("sealed", "anything", "code", "123456");
        assertThat(location(browser.post("/account/factor", proposal))).isEqualTo("/login");
    }

    @Test
    void halfASignInIsNobodyOnEveryPageOfTheRouter() {
        var setUp = browser();
        setUp.signIn(administrator(), PASSWORD);
        var asked = half(kit());
        List<String> paths = router.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .filter(StaffPaths::contains)
                .filter(path -> !path.equals("/account/factor"))
                .map(path -> path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .distinct()
                .sorted()
                .toList();
        assertThat(paths).contains("/admin", "/secretary", "/steering").hasSizeGreaterThan(50);
        for (String path : paths) {
            assertThat(location(setUp.get(path))).as(path).isEqualTo("/account/factor");
            assertThat(location(asked.get(path))).as(path).isEqualTo("/login/factor");
            assertThat(asked.post(path, Map.of()).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(asked.get("/").body()).doesNotContain("action=\"/logout\"");
    }

    private Kit kit() {
        String login = administrator();
        var browser = browser();
        browser.signIn(login, PASSWORD);
        var page = browser.get("/account/factor");
        Instant now = clock.instant();
        var told = post(browser, page, code(page, now));
        var recovery = RECOVERY.matcher(told.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(recovery).hasSize(10);
        return new Kit(login, secret(page), recovery, now);
    }

    private Browser half(Kit kit) {
        var browser = browser();
        assertThat(location(browser.signIn(kit.login(), PASSWORD))).isEqualTo("/login/factor");
        browser.get("/login/factor");
        return browser;
    }

    private static HttpResponse<String> post(Browser browser, HttpResponse<String> page, String code) {
        return browser.post("/account/factor", Map.of("sealed", found(SEALED, page), "code", code));
    }

    private static String code(HttpResponse<String> page, Instant at) {
        return Totp.code(secret(page), at);
    }

    private static String secret(HttpResponse<String> page) {
        return found(SECRET, page);
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        var matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " without Location");
    }

    private static String same(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replaceAll("hx-headers='[^']*'", "");
    }

    private List<Integer> idleSeconds(String login) {
        return jdbc.sql("select max_inactive_interval from account.session where principal_name = :login")
                .param("login", login)
                .query(Integer.class)
                .list();
    }

    private String administrator() {
        String login = "admin." + UUID.randomUUID().toString().substring(0, 8);
        var grants = List.of(new Grant(Role.ADMINISTRATOR, null, null));
        assertThat(accounts.create(login, "Line Vidal", PASSWORD, null, grants)).isInstanceOf(Created.class);
        return login;
    }
}
