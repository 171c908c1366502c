package fr.quartdheure.visit;

import fr.quartdheure.atlas.Watch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secretary waits before her screen: few visits are planned at once, a hundred within four seconds. The first
 * question begins it, so that loading the engine's library does not eat up the search. Not thread-safe.
 */
final class Patience implements Watch {

    private static final double LEAST = 0.4;
    private static final double EACH = 0.036;
    private static final double MOST = 4;

    private final Clock clock;
    private final double seconds;
    private @Nullable Instant begun;

    Patience(Clock clock, int visits) {
        this.clock = clock;
        this.seconds = Math.min(MOST, LEAST + EACH * visits);
    }

    @Override
    public double secondsLeft() {
        if (begun == null) {
            begun = clock.instant();
        }
        return seconds - Duration.between(begun, clock.instant()).toMillis() / 1000.0;
    }
}
