package fr.quartdheure.scheduling;

import java.util.UUID;

/** Somebody or something that an appointment takes besides its practitioner, room and patient. */
public record Participant(UUID appointmentId, Kind kind, UUID resourceId) {

    /** What it is. */
    public enum Kind {
        PRACTITIONER,
        ROOM,
        EQUIPMENT
    }
}
