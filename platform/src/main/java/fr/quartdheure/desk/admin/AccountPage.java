package fr.quartdheure.desk.admin;

import fr.quartdheure.account.Account;
import fr.quartdheure.account.AccountCare;
import fr.quartdheure.account.AccountCare.Cared;
import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.FactorResets;
import fr.quartdheure.account.Grant;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.factor.Factors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /admin/accounts/ID}: one account, what may be done about it, each act traced and told to its owner. */
@Controller
class AccountPage {

    private static final String PATH = AccountsPage.PATH + "/{id}";
    private static final String TEMPLATE = "desk/admin/account.jte";
    private static final int LONGEST_REASON = 200;

    private final Screens screens;
    private final AccountCare care;
    private final FactorResets resets;
    private final Factors factors;
    private final GrantPlaces places;

    AccountPage(Screens screens, AccountCare care, FactorResets resets, Factors factors, GrantPlaces places) {
        this.screens = screens;
        this.care = care;
        this.resets = resets;
        this.factors = factors;
        this.places = places;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> open(HttpServletRequest request, @PathVariable UUID id) {
        return show(request, HttpStatus.OK, id, null);
    }

    @PostMapping(PATH + "/sessions")
    ResponseEntity<byte[]> endSessions(HttpServletRequest request, @PathVariable UUID id) {
        return act(request, id, care::endSessions);
    }

    @PostMapping(PATH + "/disabled")
    ResponseEntity<byte[]> setDisabled(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam boolean disabled) {
        if (disabled && isOwn(id)) {
            return show(request, HttpStatus.UNPROCESSABLE_CONTENT, id, "account.refused.own");
        }
        return act(request, id, account -> care.setDisabled(account, disabled));
    }

    @PostMapping(PATH + "/factor")
    ResponseEntity<byte[]> resetFactor(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return show(request, HttpStatus.UNPROCESSABLE_CONTENT, id, "account.refused.reason");
        }
        return act(request, id, account -> resets.reset(account, reason.strip()));
    }

    @PostMapping(PATH + "/roles")
    ResponseEntity<byte[]> grant(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String place) {
        Optional<Grant> grant = places.read(role, place);
        return grant.isEmpty()
                ? show(request, HttpStatus.UNPROCESSABLE_CONTENT, id, "accounts.refused.place")
                : act(request, id, account -> care.grant(account, grant.get()));
    }

    /** The administrator keeps her own role: somebody must be able to undo this. */
    @PostMapping(PATH + "/roles/end")
    ResponseEntity<byte[]> revoke(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String grant) {
        if (isOwn(id)) {
            return show(request, HttpStatus.UNPROCESSABLE_CONTENT, id, "account.refused.own");
        }
        return act(
                request,
                id,
                account -> account.grants().stream()
                        .filter(one -> places.given(one).value().equals(grant))
                        .findFirst()
                        .ifPresent(one -> care.revoke(account, one)));
    }

    static ResponseEntity<byte[]> back(UUID id) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(AccountsPage.address(id))
                .build();
    }

    private ResponseEntity<byte[]> act(HttpServletRequest request, UUID id, Consumer<Account> done) {
        Optional<Cared> cared = care.find(id);
        cared.ifPresent(found -> done.accept(found.account()));
        return cared.isEmpty() ? screens.show(request, Problem.of(404, "problem.absent")) : back(id);
    }

    private ResponseEntity<byte[]> show(
            HttpServletRequest request, HttpStatus status, UUID id, @Nullable String errorKey) {
        Optional<Cared> cared = care.find(id);
        if (cared.isEmpty()) {
            return screens.show(request, Problem.of(404, "problem.absent"));
        }
        var line = AccountsPage.line(cared.get(), factors, places);
        return screens.show(request, status, TEMPLATE, new AccountView(line, places.list(), isOwn(id), errorKey));
    }

    private static boolean isOwn(UUID id) {
        return CurrentAccount.get().accountId().equals(id);
    }
}
