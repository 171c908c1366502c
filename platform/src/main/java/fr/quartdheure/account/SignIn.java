package fr.quartdheure.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Compares a login and a password with the accounts; whoever is unknown or disabled gets the answer of a wrong
 * password. The right one is half of a sign-in.
 */
@Component
class SignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Guesses guesses;
    private final SecondStep secondStep;
    private final Clock clock;

    SignIn(Accounts accounts, Passwords passwords, Guesses guesses, SecondStep secondStep, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
        this.secondStep = secondStep;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName().strip().toLowerCase(Locale.ROOT);
        String address = address(asked.getDetails());
        Duration pause = guesses.admit(login, address);
        if (pause.isPositive()) {
            throw new TooManyGuesses(pause);
        }
        String hash = accounts.findPasswordHash(login).orElse(null);
        if (!passwords.matches(String.valueOf(asked.getCredentials()), hash)) {
            throw new BadCredentialsException("wrong login or password");
        }
        var account = accounts.find(login).orElseThrow(() -> new BadCredentialsException("gone meanwhile"));
        guesses.forgive(login, address);
        return secondStep.after(account.signedIn(), clock.instant());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }
}
