package fr.quartdheure.desk.account;

import fr.quartdheure.account.Account;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.LoginRefusal;
import fr.quartdheure.database.Birth;
import fr.quartdheure.desk.account.LoginForm.DemoAccount;
import fr.quartdheure.desk.ui.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The door of the staff. Passwords are compared by the security filter; this page shows the form and its refusals. */
@Controller
class LoginPage {

    private static final String TEMPLATE = "desk/account/login.jte";

    private final Screens screens;
    private final Accounts accounts;
    private final Birth birth;

    LoginPage(Screens screens, Accounts accounts, Birth birth) {
        this.screens = screens;
        this.accounts = accounts;
        this.birth = birth;
    }

    @GetMapping("/login")
    ResponseEntity<byte[]> open(HttpServletRequest request) {
        return screens.show(request, TEMPLATE, form("", null, 0));
    }

    /** Only reached by a forward of the security filter. */
    @PostMapping(LoginRefusal.PATH)
    ResponseEntity<byte[]> refused(HttpServletRequest request) {
        var refusal = LoginRefusal.of(request).orElse(new LoginRefusal("", null));
        Duration pause = refusal.pause();
        return pause == null
                ? screens.show(
                        request, HttpStatus.UNAUTHORIZED, TEMPLATE, form(refusal.login(), "login.refused.wrong", 0))
                : screens.show(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        TEMPLATE,
                        form(refusal.login(), "login.refused.wait", pause.toSeconds() + 1));
    }

    private LoginForm form(String login, @Nullable String refusalKey, long seconds) {
        List<DemoAccount> known = birth.isDemo()
                ? accounts.listForDemonstration().stream().map(LoginPage::shown).toList()
                : List.of();
        return new LoginForm(login, refusalKey, seconds, known, birth.isDemo() ? Accounts.DEMONSTRATION_PASSWORD : "");
    }

    private static DemoAccount shown(Account account) {
        return new DemoAccount(
                account.login(),
                account.name(),
                account.grants().stream()
                        .map(grant -> "role." + grant.role().code())
                        .distinct()
                        .toList());
    }
}
