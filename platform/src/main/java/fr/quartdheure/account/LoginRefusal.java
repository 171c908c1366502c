package fr.quartdheure.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the login form is shown again; the security filter leaves it on the request that it forwards to
 * {@link #PATH}.
 *
 * @param login what was typed as login
 * @param pause how long to wait before the next try, or null when login or password were wrong
 */
public record LoginRefusal(String login, @Nullable Duration pause) {

    /** Where a refused sign-in is forwarded to; no browser can ask for it. */
    public static final String PATH = "/login/refused";

    private static final String ATTRIBUTE = LoginRefusal.class.getName();

    public static Optional<LoginRefusal> of(HttpServletRequest request) {
        return Optional.ofNullable((LoginRefusal) request.getAttribute(ATTRIBUTE));
    }

    void putOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
