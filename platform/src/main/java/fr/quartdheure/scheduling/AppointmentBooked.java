package fr.quartdheure.scheduling;

import java.util.UUID;

/** An appointment stands. */
public record AppointmentBooked(UUID appointmentId) {}
