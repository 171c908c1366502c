package fr.quartdheure.roster;

import java.util.UUID;

/**
 * Whose agenda is changed.
 *
 * @param site whether it is the id of a site, and all who receive there; else of a practitioner, wherever she receives
 */
public record Subject(UUID id, boolean site) {

    public static Subject practitioner(UUID id) {
        return new Subject(id, false);
    }

    public static Subject site(UUID id) {
        return new Subject(id, true);
    }
}
