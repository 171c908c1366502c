package fr.quartdheure.desk.account;

import fr.quartdheure.account.Account;
import fr.quartdheure.account.Invitations;
import fr.quartdheure.account.PasswordWeakness;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invitation leads: she chooses her password, then signs in and sets up her second factor. */
@Controller
class InvitationPage {

    private static final String TEMPLATE = "desk/account/invitation.jte";
    private static final String PATH = "/login/invitation/{key}";

    private final Screens screens;
    private final Invitations invitations;

    InvitationPage(Screens screens, Invitations invitations) {
        this.screens = screens;
        this.invitations = invitations;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> open(HttpServletRequest request, @PathVariable String key) {
        return invitations
                .find(key)
                .map(account -> screens.show(request, TEMPLATE, form(key, account, null)))
                .orElseGet(() -> gone(request));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> accept(
            HttpServletRequest request, @PathVariable String key, @RequestParam(defaultValue = "") String password) {
        Optional<Account> account = invitations.find(key);
        if (account.isEmpty()) {
            return gone(request);
        }
        Optional<PasswordWeakness> weakness = invitations.accept(account.get(), key, password);
        return weakness.isEmpty()
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/login"))
                        .build()
                : screens.show(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        TEMPLATE,
                        form(
                                key,
                                account.get(),
                                "invitation.weak." + weakness.get().name().toLowerCase(Locale.ROOT)));
    }

    private ResponseEntity<byte[]> gone(HttpServletRequest request) {
        return screens.show(request, Problem.of(HttpStatus.GONE.value(), "invitation.gone"));
    }

    private static InvitationForm form(String key, Account account, @Nullable String refusalKey) {
        return new InvitationForm(key, account.login(), account.name(), refusalKey);
    }
}
