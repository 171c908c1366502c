package fr.quartdheure.patient;

import java.util.List;
import java.util.UUID;

/**
 * Two records that may be of one person.
 *
 * @param newer the record made later
 * @param why why they look alike, at least one reason
 */
public record LookAlike(UUID newer, UUID older, List<Why> why) {

    public LookAlike {
        why = List.copyOf(why);
    }

    public enum Why {
        /** The same birth date and names alike. */
        BORN,
        /** The same names; one digit of the birth date apart, or day and month changed about. */
        NAMES,
        /** The same phone and first names. */
        PHONE
    }
}
