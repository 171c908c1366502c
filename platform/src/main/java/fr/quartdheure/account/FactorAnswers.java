package fr.quartdheure.account;

import fr.quartdheure.factor.Factors;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Judges the code of the second step, and answers it. A wrong code and one that was used already look the same. */
@Component
class FactorAnswers {

    private final Factors factors;
    private final Accounts accounts;
    private final Guesses guesses;
    private final LoginAnswers logins;
    private final Clock clock;

    FactorAnswers(Factors factors, Accounts accounts, Guesses guesses, LoginAnswers logins, Clock clock) {
        this.factors = factors;
        this.accounts = accounts;
        this.guesses = guesses;
        this.logins = logins;
        this.clock = clock;
    }

    /** @throws AuthenticationException when the code is wrong, there were too many, or the first step is missing */
    Authentication judge(HttpServletRequest request) {
        var half = HalfSignedIn.find().orElseThrow(() -> new FirstStepMissing());
        boolean settingUp = HalfSignedIn.SET_UP_PAGE.equals(request.getRequestURI());
        if (settingUp == factors.isSet(half.accountId())) {
            throw new FirstStepMissing();
        }
        new FactorRefusal(half, text(request, "sealed"), null).putOn(request);
        String address = request.getRemoteAddr();
        Duration pause = guesses.admitCode(half.getName(), address);
        if (pause.isPositive()) {
            new FactorRefusal(half, text(request, "sealed"), pause).putOn(request);
            throw new TooManyGuesses(pause);
        }
        if (!(settingUp ? setUp(request, half) : factors.prove(half.accountId(), text(request, "code")))) {
            throw new BadCredentialsException("wrong code");
        }
        guesses.forgiveCode(half.getName(), address);
        // Roles may have changed, or the account been closed, between the two steps.
        var account = accounts.find(half.getName()).filter(found -> !found.disabled());
        return SecondStep.whole(account.orElseThrow(FirstStepMissing::new).signedIn(), clock.instant());
    }

    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication who, RequestCache cache)
            throws IOException, ServletException {
        Optional<RecoveryCodesTold> told = RecoveryCodesTold.of(request);
        if (told.isEmpty()) {
            logins.welcome(request, response, who, cache);
            return;
        }
        cache.removeRequest(request, response);
        SecurityContextHolder.getContext().setAuthentication(who);
        var principal = logins.entered(request, who);
        told.get().thenTo(LoginAnswers.home(principal.account())).putOn(request);
        request.getRequestDispatcher(RecoveryCodesTold.PATH).forward(request, response);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (why instanceof FirstStepMissing) {
            response.sendRedirect("/login");
            return;
        }
        if (why instanceof TooManyGuesses tooMany) {
            response.setHeader("Retry-After", String.valueOf(tooMany.pause().toSeconds() + 1));
        }
        request.getRequestDispatcher(FactorRefusal.PATH).forward(request, response);
    }

    private boolean setUp(HttpServletRequest request, HalfSignedIn half) {
        Optional<List<String>> codes = factors.setUp(half.accountId(), text(request, "sealed"), text(request, "code"));
        codes.ifPresent(told -> new RecoveryCodesTold(told, "/").putOn(request));
        return codes.isPresent();
    }

    private static String text(HttpServletRequest request, String field) {
        String typed = request.getParameter(field);
        return typed == null ? "" : typed;
    }

    /** The password was given too long ago, or nowhere. */
    private static final class FirstStepMissing extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        FirstStepMissing() {
            super("no first step");
        }
    }
}
