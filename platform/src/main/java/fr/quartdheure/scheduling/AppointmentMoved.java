package fr.quartdheure.scheduling;

import java.util.UUID;

/** An appointment stands at another time. */
public record AppointmentMoved(UUID appointmentId) {}
