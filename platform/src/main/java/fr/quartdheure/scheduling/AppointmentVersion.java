package fr.quartdheure.scheduling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as it stands, with what tells this state from another (FHIR meta.versionId and lastUpdated).
 *
 * @param number raised by one with every change
 * @param cancelReason "patient", "practitioner", "mistake" or "other"; null when it is not cancelled
 */
public record AppointmentVersion(
        Appointment appointment,
        int number,
        Instant changedAt,
        Instant createdAt,
        @Nullable String cancelReason) {}
