package fr.quartdheure.planning;

import fr.quartdheure.atlas.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Somebody waits before her screen: what is found by then is shown, with what is proved about it. Thread-safe. */
final class Patience implements Watch {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Clock clock;
    private final Instant begun;

    Patience(Clock clock) {
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public double secondsLeft() {
        return seconds(LONGEST) - spent();
    }

    /** Seconds since the question was asked. */
    double spent() {
        return seconds(Duration.between(begun, clock.instant()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
