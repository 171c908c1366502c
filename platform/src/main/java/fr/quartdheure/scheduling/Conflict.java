package fr.quartdheure.scheduling;

import fr.quartdheure.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands where an appointment is wanted.
 *
 * @param appointmentId the appointment that stands there; null for time that is blocked, a window that ends too early
 *     or an absence
 */
public record Conflict(Kind kind, @Nullable UUID appointmentId, Period period) {

    /** What is taken twice. */
    public enum Kind {
        PRACTITIONER,
        ROOM,
        PATIENT,
        EQUIPMENT,
        /** The reason needs more time than the practitioner is there. */
        WINDOW
    }
}
