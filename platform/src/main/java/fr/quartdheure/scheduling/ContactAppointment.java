package fr.quartdheure.scheduling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as somebody finds it by her contact.
 *
 * @param onBehalf "self", "child" or "relative": for whom the contact's owner said that she booked
 * @param contactKey stands for the contact whose code confirmed it; null when a desk booked it
 * @param cancelReason "patient", "practitioner", "mistake" or "other" when it is cancelled
 */
public record ContactAppointment(
        Appointment appointment,
        UUID patientId,
        String onBehalf,
        @Nullable String contactKey,
        @Nullable String cancelReason) {

    public boolean isFor(String whom) {
        return onBehalf.equals(whom);
    }
}
