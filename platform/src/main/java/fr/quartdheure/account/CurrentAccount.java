package fr.quartdheure.account;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in on this request. */
public final class CurrentAccount {

    private CurrentAccount() {}

    public static Optional<SignedIn> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof AccountPrincipal principal)) {
            return Optional.empty();
        }
        return Optional.of(principal.account());
    }

    /** Whether somebody is signed in, all of the way. */
    static AuthorizationDecision mayEnter(Supplier<? extends @Nullable Authentication> who, Object request) {
        var asked = who.get();
        return new AuthorizationDecision(
                asked != null && asked.isAuthenticated() && asked.getPrincipal() instanceof AccountPrincipal);
    }

    /** @throws IllegalStateException when nobody is signed in: the route was left open by mistake */
    public static SignedIn get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
