package fr.quartdheure.visit;

import fr.quartdheure.atlas.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A secretary waits before her screen: few visits are planned at once, a hundred within four seconds. Thread-safe. */
final class Patience implements Watch {

    private static final double LEAST = 0.4;
    private static final double EACH = 0.036;
    private static final double MOST = 4;

    private final Clock clock;
    private final Instant begun;
    private final double seconds;

    Patience(Clock clock, int visits) {
        this.clock = clock;
        this.begun = clock.instant();
        this.seconds = Math.min(MOST, LEAST + EACH * visits);
    }

    @Override
    public double secondsLeft() {
        return seconds - Duration.between(begun, clock.instant()).toMillis() / 1000.0;
    }
}
