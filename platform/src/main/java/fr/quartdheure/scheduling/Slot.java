package fr.quartdheure.scheduling;

import fr.quartdheure.time.Period;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One bookable step of a practitioner's availability (FHIR Slot).
 *
 * @param windowEnd until when the practitioner goes on receiving without a break
 * @param bookableFrom when it opens to the public (unscheduled windows open late)
 * @param free derived by the database from the occupations of practitioner and room
 */
public record Slot(
        UUID id,
        UUID practitionerId,
        UUID siteId,
        @Nullable UUID roomId,
        String service,
        Kind kind,
        Mode mode,
        Instant start,
        Instant end,
        Instant windowEnd,
        Instant bookableFrom,
        boolean online,
        boolean free) {

    public Period period() {
        return new Period(start, end);
    }
}
