package fr.quartdheure.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The patients of whom a practitioner is the médecin traitant at a site.
 *
 * @param target how many she wants, 0 to 10,000
 * @param counted how many she had when somebody last counted them, 0 to 10,000
 * @param size counted, and whoever came or went here since
 * @param openPlaces places that nobody has taken yet
 * @param stoppedAt when she stopped taking anybody on
 */
public record Panel(
        UUID practitionerId,
        UUID siteId,
        int target,
        int counted,
        Instant countedAt,
        int size,
        int openPlaces,
        @Nullable Instant stoppedAt) {

    /** The largest list that is believed. */
    public static final int LARGEST = 10_000;

    /** How many more places may be opened: places that are open count as taken. */
    public int free() {
        return stoppedAt != null ? 0 : Math.max(0, target - size - openPlaces);
    }

    public boolean isStopped() {
        return stoppedAt != null;
    }
}
