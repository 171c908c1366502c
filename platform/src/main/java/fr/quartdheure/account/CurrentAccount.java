package fr.quartdheure.account;

import java.util.Optional;
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

    /** @throws IllegalStateException when nobody is signed in: the route was left open by mistake */
    public static SignedIn get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
