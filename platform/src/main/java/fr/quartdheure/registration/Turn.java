package fr.quartdheure.registration;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's turn on the list of one site.
 *
 * @param position from 1, among those who wait there now; 0 when it has ended
 * @param first whether she is in one of the classes that the site serves first
 * @param minutes from where she lives, an estimate unless imported or routed
 * @param askedAt the date that counts, kept whatever happens later
 * @param endedBecause left, left-all, silent, placed or placed-elsewhere; null while she waits
 */
public record Turn(
        UUID requestId,
        UUID siteId,
        UUID patientId,
        int position,
        boolean first,
        Set<Priority> classes,
        double minutes,
        Instant askedAt,
        @Nullable String endedBecause) {

    public boolean isWaiting() {
        return endedBecause == null;
    }
}
