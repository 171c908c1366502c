package fr.quartdheure.scheduling;

import java.util.UUID;

/** An appointment went one step on in its day, or one back: arrived, in consultation, done, missed. */
public record AppointmentAdvanced(UUID appointmentId) {}
