package fr.quartdheure.account;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Somebody whose password was right and who has not proved her second factor yet: nobody anywhere but on the page that
 * asks for it.
 *
 * @param account whom she will be
 * @param since when the password was given
 * @param hasFactor whether she is asked for her factor; otherwise she sets one up
 */
public record HalfSignedIn(SignedIn account, Instant since, boolean hasFactor)
        implements AuthenticatedPrincipal, Serializable {

    /** Where she is asked for her code, and where it is sent to. */
    public static final String CODE_PAGE = "/login/factor";
    /** Where she sets up her app, and where its first code is sent to. */
    public static final String SET_UP_PAGE = "/account/factor";

    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long serialVersionUID = 1L;

    public static Optional<HalfSignedIn> find() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    public UUID accountId() {
        return account.accountId();
    }

    @Override
    public String getName() {
        return account.login();
    }

    String page() {
        return hasFactor ? CODE_PAGE : SET_UP_PAGE;
    }

    static Optional<HalfSignedIn> of(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof HalfSignedIn half ? Optional.of(half) : Optional.empty();
    }

    /** Whether she is about to set up her first factor: only then is that page hers. */
    static AuthorizationDecision mayEnter(Supplier<? extends @Nullable Authentication> who, Object request) {
        return new AuthorizationDecision(
                of(who.get()).filter(half -> !half.hasFactor()).isPresent());
    }
}
