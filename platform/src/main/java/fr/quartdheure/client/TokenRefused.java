package fr.quartdheure.client;

import java.time.Duration;

/**
 * No token, and why, in the words of RFC 6749 (section 5.2). Descriptions are in English and plain ASCII, as it wants
 * them; they never tell an unknown client from a wrong secret or a disabled one.
 */
final class TokenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final String description;
    private final Duration pause;

    private TokenRefused(int status, String error, String description, Duration pause) {
        super(error);
        this.status = status;
        this.error = error;
        this.description = description;
        this.pause = pause;
    }

    static TokenRefused of(int status, String error, String description) {
        return new TokenRefused(status, error, description, Duration.ZERO);
    }

    static TokenRefused invalidRequest(String description) {
        return of(400, "invalid_request", description);
    }

    static TokenRefused invalidClient() {
        return new TokenRefused(
                401, "invalid_client", "Unknown client, wrong secret, or client disabled", Duration.ZERO);
    }

    static TokenRefused tooMany(Duration wait) {
        return new TokenRefused(429, "slow_down", "Too many tries for this client or address", wait);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return description;
    }

    /** How long to wait; zero when waiting changes nothing. */
    Duration pause() {
        return pause;
    }
}
