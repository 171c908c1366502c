package fr.quartdheure.scheduling;

import fr.quartdheure.time.Period;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time with a practitioner (FHIR Appointment), from the moment it is held.
 *
 * @param reason code of the service's reason
 * @param personKey stands for the patient among occupations
 * @param visitor who holds it, until it is booked
 * @param expiresAt end of the hold; null once booked
 * @param sequence raised by each move, for calendars
 * @param overbooked whether it stands beside something else that takes its practitioner, room or patient
 * @param seriesId of the series it was booked in
 */
public record Appointment(
        UUID id,
        @Nullable UUID slotId,
        UUID practitionerId,
        UUID siteId,
        @Nullable UUID roomId,
        String service,
        String reason,
        Kind kind,
        Mode mode,
        Instant start,
        Instant end,
        AppointmentStatus status,
        String origin,
        @Nullable UUID patientId,
        @Nullable UUID personKey,
        @Nullable UUID proofId,
        @Nullable String visitor,
        boolean reminder,
        @Nullable Instant expiresAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant startedAt,
        int sequence,
        boolean overbooked,
        @Nullable UUID seriesId) {

    public Period period() {
        return new Period(start, end);
    }

    /** Booked and not yet over, cancelled or missed. */
    public boolean isActive() {
        return switch (status) {
            case BOOKED, ARRIVED, IN_CONSULTATION -> true;
            case HELD, AWAITING_CODE, DONE, NO_SHOW, CANCELLED, EXPIRED -> false;
        };
    }

    boolean isExpired(Instant now) {
        return status == AppointmentStatus.EXPIRED || (expiresAt != null && !expiresAt.isAfter(now));
    }
}
