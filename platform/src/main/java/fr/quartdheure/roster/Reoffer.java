package fr.quartdheure.roster;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment to be moved, and how far that has come.
 *
 * @param wasAt the hour that cannot be kept
 * @param toldAt when the message was written, or null when there is no contact
 */
public record Reoffer(
        UUID id,
        UUID recallId,
        UUID appointmentId,
        Instant wasAt,
        State state,
        @Nullable Instant toldAt,
        @Nullable Instant answeredAt) {

    /** How far it has come. */
    public enum State {
        /** Told, and silent. */
        ASKED,
        /** Left no address and no number that takes messages. */
        UNREACHED,
        MOVED,
        /** None of the hours suits: somebody calls. */
        CALL,
        CANCELLED,
        /** The practitioner could come after all. */
        KEPT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public boolean isOpen() {
            return this == ASKED || this == UNREACHED || this == CALL;
        }
    }
}
