package fr.quartdheure.scheduling;

import fr.quartdheure.account.Contact;
import fr.quartdheure.patient.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What a member of the public says to turn a hold into an appointment.
 *
 * @param onBehalf "self", "child" or "relative"
 * @param reason code of a reason of the service; null keeps the hold's
 * @param reminder whether a reminder was accepted
 */
public record BookingRequest(
        Identity identity,
        Contact contact,
        String onBehalf,
        @Nullable String reason,
        boolean reminder) {}
