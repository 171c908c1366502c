package fr.quartdheure.patient;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What keeps two records from becoming one, or one from becoming two again.
 *
 * @param ids the appointments, for {@link Kind#SAME_HOUR} and {@link Kind#HOUR_TAKEN}; else empty
 */
public record Obstacle(Kind kind, List<UUID> ids) {

    public Obstacle {
        ids = List.copyOf(ids);
    }

    public static Obstacle of(Kind kind, UUID... ids) {
        return new Obstacle(kind, List.of(ids));
    }

    public enum Kind {
        /** One person cannot be at two appointments at once. */
        SAME_HOUR,
        /** Both wait for a médecin traitant. */
        BOTH_WAIT,
        /** Both have a médecin traitant. */
        BOTH_REGISTERED,
        /** On the way back: the hour of an appointment is taken for the person it returns to. */
        HOUR_TAKEN,
        /** On the way back: the traits of the one that stayed were changed since. */
        TRAITS_CHANGED,
        /** On the way back: one of the two was merged again since. */
        LATER_MERGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
