package fr.quartdheure.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** The password was not looked at: too many were tried for this account or from this address. */
final class TooManyGuesses extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyGuesses(Duration wait) {
        super("too many guesses");
        this.wait = wait;
    }

    Duration pause() {
        return wait;
    }
}
