package fr.quartdheure.planning;

import fr.quartdheure.territory.Editions;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The picture of the territory, made once and again when what it shows has changed. Thread-safe. */
@Component
public class Pictures {

    // Agendas change with every booking, which is no reason to compute again: their offer is of this age at most.
    private static final Duration AGE = Duration.ofHours(1);

    private final Editions editions;
    private final PictureReading reading;
    private final Clock clock;

    private volatile @Nullable Picture last;

    Pictures(Editions editions, PictureReading reading, Clock clock) {
        this.editions = editions;
        this.reading = reading;
        this.clock = clock;
    }

    public Picture current() {
        long edition = editions.current();
        Picture seen = last;
        return seen != null && isGood(seen, edition) ? seen : make(edition);
    }

    /** Whoever comes meanwhile waits for this one instead of making another. */
    private synchronized Picture make(long edition) {
        Picture seen = last;
        if (seen != null && isGood(seen, edition)) {
            return seen;
        }
        Picture made = reading.read(edition);
        last = made;
        return made;
    }

    private boolean isGood(Picture seen, long edition) {
        return seen.facts().edition() >= edition && seen.madeAt().plus(AGE).isAfter(clock.instant());
    }
}
