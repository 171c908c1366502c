package fr.quartdheure.desk.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.AccountCreation.Created;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.Role;
import fr.quartdheure.factor.Factors;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountsPageTest extends RunningPlatform {

    private static final String PASSWORD = "tramontane et tramway";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final Pattern LINK = Pattern.compile("/login/invitation/[A-Za-z0-9_-]{32}");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Accounts accounts;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Factors factors;

    @Test
    void anInvitationOpensAnAccountOnce() {
        var admin = administrator();
        String login = unique("invitee");
        var made = admin.post("/admin/accounts", invitation(login, "Inès Roig", login + "@example.org", "regulator"));
        assertThat(made.statusCode()).isEqualTo(303);
        String link = link(login);
        var visitor = browser();
        assertThat(visitor.get(link).body()).contains("Inès Roig");
        assertThat(visitor.post(link, Map.of("password", "court")).statusCode()).isEqualTo(422);
        assertThat(visitor.post(link, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(303);
        assertThat(visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(visitor.signIn(login, PASSWORD).statusCode()).isEqualTo(302);
        assertThat(acts(id(login))).containsExactly("create", "invite", "set-password", "sign-in");
    }

    @Test
    void anInvitationIsTooOldAfterThreeDays() {
        var admin = administrator();
        String login = unique("late");
        admin.post("/admin/accounts", invitation(login, "Inès Roig", login + "@example.org", "regulator"));
        jdbc.sql("update account.invitation set expires_at = now() where account_id = :id")
                .param("id", id(login))
                .update();
        assertThat(browser().get(link(login)).statusCode()).isEqualTo(410);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var admin = administrator();
        String login = unique("wrong");
        assertThat(admin.post("/admin/accounts", invitation(login, "Inès Roig", "nowhere", "regulator"))
                        .body())
                .contains("id=\"email-error\"")
                .contains("value=\"Inès Roig\"");
        assertThat(admin.post("/admin/accounts", invitation(login, "Inès Roig", login + "@example.org", "secretary"))
                        .body())
                .contains("id=\"place-error\"");
        assertThat(admin.post("/admin/accounts", invitation("é", "Inès Roig", login + "@example.org", "regulator"))
                        .body())
                .contains("id=\"login-error\"");
        assertThat(accounts.find(login)).isEmpty();
    }

    @Test
    void aStolenSessionIsNobodysWithTheNextClick() {
        var admin = administrator();
        String login = account();
        var thief = browser();
        thief.signIn(login, PASSWORD);
        assertThat(thief.get("/admin").statusCode()).isEqualTo(200);
        assertThat(admin.post(path(login, "/sessions"), Map.of()).statusCode()).isEqualTo(303);
        assertThat(thief.get("/admin", "Accept", "text/html").statusCode()).isEqualTo(302);
        assertThat(acts(id(login))).contains("end-sessions");
    }

    @Test
    void aClosedAccountIsOutAndCannotComeBackUntilItIsOpened() {
        var admin = administrator();
        String login = account();
        var browser = browser();
        browser.signIn(login, PASSWORD);
        admin.post(path(login, "/disabled"), Map.of("disabled", "true"));
        assertThat(browser.get("/admin", "Accept", "text/html").statusCode()).isEqualTo(302);
        assertThat(browser.signIn(login, PASSWORD).statusCode()).isEqualTo(401);
        admin.post(path(login, "/disabled"), Map.of("disabled", "false"));
        assertThat(browser.signIn(login, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void aResetAsksForAReasonAndIsTraced() {
        var admin = administrator();
        String login = account();
        accounts.setEmail(
                id(login),
                fr.quartdheure.account.Contact.of(fr.quartdheure.account.Channel.EMAIL, login + "@example.org"));
        factors.setUp(id(login), SECRET);
        assertThat(admin.post(path(login, "/factor"), Map.of("reason", " ")).statusCode())
                .isEqualTo(422);
        assertThat(factors.isSet(id(login))).isTrue();
        assertThat(admin.post(path(login, "/factor"), Map.of("reason", "téléphone perdu, vue à l’accueil"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(factors.isSet(id(login))).isFalse();
        assertThat(jdbc.sql("""
                        select reason from audit.trace where act = 'reset-factor' and subject_ids[1] = :id
                        """).param("id", id(login)).query(String.class).single())
                .contains("téléphone perdu");
        assertThat(messages(login)).singleElement().asString().contains("remis à zéro");
    }

    @Test
    void rolesAreGivenAndTakenAndEndTheSessions() {
        var admin = administrator();
        String login = account();
        var browser = browser();
        browser.signIn(login, PASSWORD);
        admin.post(path(login, "/roles"), Map.of("role", "regulator", "place", ""));
        assertThat(browser.get("/admin", "Accept", "text/html").statusCode()).isEqualTo(302);
        assertThat(accounts.find(login).orElseThrow().grants()).hasSize(2);
        admin.post(path(login, "/roles/end"), Map.of("grant", "administrator "));
        assertThat(accounts.find(login).orElseThrow().grants()).containsExactly(new Grant(Role.REGULATOR, null, null));
    }

    @Test
    void anAdministratorDoesNotCloseHerOwnAccount() {
        String login = account();
        var browser = browser();
        browser.signIn(login, PASSWORD);
        browser.get("/admin/accounts");
        assertThat(browser.post(path(login, "/disabled"), Map.of("disabled", "true"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(path(login, "/roles/end"), Map.of("grant", "administrator "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(accounts.find(login).orElseThrow().disabled()).isFalse();
    }

    @Test
    void theListIsSearchedAndNobodyElseSeesIt() {
        var admin = administrator();
        String login = account();
        assertThat(admin.get("/admin/accounts?text=" + login).body())
                .contains(login)
                .contains("1 comptes");
        assertThat(admin.get("/admin/accounts?text=no-such-person").body()).contains("Aucun compte");
        assertThat(admin.get("/admin/accounts/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        var planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
        assertThat(planner.get("/admin/accounts").statusCode()).isEqualTo(404);
    }

    private Browser administrator() {
        var browser = browser();
        browser.signIn(account(), PASSWORD);
        browser.get("/admin/accounts");
        return browser;
    }

    private String account() {
        String login = unique("admin");
        var grants = List.of(new Grant(Role.ADMINISTRATOR, null, null));
        assertThat(accounts.create(login, "Line Vidal", PASSWORD, null, grants)).isInstanceOf(Created.class);
        return login;
    }

    private static Map<String, String> invitation(String login, String name, String email, String role) {
        return Map.of("login", login, "name", name, "email", email, "role", role, "place", "");
    }

    private String link(String login) {
        var found = LINK.matcher(messages(login).getFirst());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private List<String> messages(String login) {
        return jdbc.sql("select body from notice.message where recipient = :to")
                .param("to", login + "@example.org")
                .query(String.class)
                .list();
    }

    private List<String> acts(UUID account) {
        return jdbc.sql("select act from audit.trace where subject_ids[1] = :id order by id")
                .param("id", account)
                .query(String.class)
                .list();
    }

    private UUID id(String login) {
        return accounts.find(login).orElseThrow().id();
    }

    private String path(String login, String act) {
        return "/admin/accounts/" + id(login) + act;
    }

    private static String unique(String name) {
        return name + "." + UUID.randomUUID().toString().substring(0, 8);
    }
}
