package fr.quartdheure.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the second step is asked for again; the security filter leaves it on the request that it forwards to
 * {@link #PATH}.
 *
 * @param half who is half signed in
 * @param sealed the secret that she was setting up, sealed; empty when she was not
 * @param pause how long to wait before the next try, or null when the code was wrong
 */
public record FactorRefusal(
        HalfSignedIn half, String sealed, @Nullable Duration pause) {

    /** Where a refused code is forwarded to; no browser can ask for it. */
    public static final String PATH = "/login/factor/refused";

    private static final String ATTRIBUTE = FactorRefusal.class.getName();

    public static Optional<FactorRefusal> of(HttpServletRequest request) {
        return Optional.ofNullable((FactorRefusal) request.getAttribute(ATTRIBUTE));
    }

    void putOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
