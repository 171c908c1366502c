package fr.quartdheure.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar elsewhere whose hours close a practitioner's own.
 *
 * @param label what she calls it
 * @param url where it is read; it is often a secret, and shown by {@link #host} only
 * @param version the ETag, and {@code modified} the Last-Modified, of what was read last
 * @param readOn the day on which it was last read whole: hours that a rule gives move into sight day by day
 * @param goodAt when it last answered as it should
 * @param events how many events it had then
 * @param unreadable how many of them could not be understood, and close nothing
 * @param failure why it cannot be read now, and {@code failingSince} since when; null when it can
 */
public record Subscription(
        UUID id,
        UUID practitionerId,
        String label,
        URI url,
        @Nullable String version,
        @Nullable String modified,
        @Nullable LocalDate readOn,
        @Nullable Instant goodAt,
        @Nullable Instant triedAt,
        int events,
        int unreadable,
        @Nullable Failure failure,
        @Nullable Instant failingSince) {

    /** So long after it stopped answering she is told; what it said last closes hours until she leaves it. */
    static final Duration PATIENCE = Duration.ofHours(24);

    /** Where it is, without what may be secret. */
    public String host() {
        return url.getHost();
    }

    /** Whether it was read once, and closes hours. */
    public boolean wasRead() {
        return goodAt != null;
    }
}
