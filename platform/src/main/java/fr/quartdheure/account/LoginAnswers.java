package fr.quartdheure.account;

import fr.quartdheure.audit.Trace;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** What the browser is answered when somebody signs in, fails to, or signs out. */
@Component
class LoginAnswers {

    /** Without a click for this long, the next person at the desk is somebody else. */
    private static final Duration IDLE = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    LoginAnswers(Accounts accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication who, RequestCache cache)
            throws IOException {
        if (who.getPrincipal() instanceof HalfSignedIn half) {
            request.getSession().setMaxInactiveInterval((int) HalfSignedIn.LONGEST.toSeconds());
            response.sendRedirect(half.page());
            return;
        }
        StaffPrincipal principal = entered(request, who);
        SavedRequest saved = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        response.sendRedirect(saved == null ? home(principal.account()) : local(saved.getRedirectUrl()));
    }

    /** She is in: her session lasts as long as she clicks, and the trace says so. */
    StaffPrincipal entered(HttpServletRequest request, Authentication who) {
        var principal = (StaffPrincipal) Objects.requireNonNull(who.getPrincipal());
        request.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
        accounts.signedIn(principal.accountId(), principal.since());
        events.publishEvent(Trace.of("sign-in", "account", principal.accountId()));
        return principal;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        Duration pause = why instanceof TooManyGuesses tooMany ? tooMany.pause() : null;
        String typed = request.getParameter("login");
        new LoginRefusal(typed == null ? "" : typed, pause).putOn(request);
        if (pause != null) {
            response.setHeader("Retry-After", String.valueOf(pause.toSeconds() + 1));
        }
        request.getRequestDispatcher(LoginRefusal.PATH).forward(request, response);
    }

    void farewell(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who != null && who.getPrincipal() instanceof AccountPrincipal principal) {
            events.publishEvent(Trace.of("sign-out", "account", principal.accountId()));
        }
    }

    static String home(SignedIn account) {
        if (account.has(Role.SECRETARY) || account.has(Role.COORDINATOR)) {
            return "/secretary";
        }
        if (account.has(Role.PRACTITIONER)) {
            return "/practitioner";
        }
        if (account.has(Role.REGULATOR)) {
            return "/regulator/agenda";
        }
        if (account.has(Role.PLANNER)) {
            return "/steering";
        }
        if (account.has(Role.ADMINISTRATOR)) {
            return "/admin";
        }
        return account.has(Role.AUDITOR) ? "/admin/traces" : "/";
    }

    /** The address was kept in a cookie, which others may have written: only its path is believed. */
    private static String local(String url) {
        try {
            URI address = URI.create(url);
            String path = address.getRawPath();
            if (path == null || !StaffPaths.contains(path)) {
                return "/";
            }
            return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
