package fr.quartdheure.calendar;

import fr.quartdheure.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment here at an hour that a calendar elsewhere takes. Somebody decides; it is never moved by itself.
 *
 * @param calendar what its owner calls the calendar elsewhere
 * @param elsewhere the hours that it takes, joined with those that touch
 */
public record Clash(
        UUID appointmentId,
        UUID practitionerId,
        UUID siteId,
        @Nullable UUID patientId,
        Period period,
        String calendar,
        Period elsewhere) {}
