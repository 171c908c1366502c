package fr.quartdheure.calendar;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a practitioner's calendar elsewhere may read her agenda; the address itself is known to her alone.
 *
 * @param detail how much of each appointment it is told
 * @param readAt when something last read it; null when nothing ever did
 * @param readBy which program that was, as it named itself, shortened
 */
public record Feed(
        UUID practitionerId,
        Detail detail,
        Locale language,
        Instant madeAt,
        @Nullable Instant readAt,
        @Nullable String readBy) {

    /** What leaves the platform about each appointment. */
    public enum Detail {
        /** That she is taken, and where. */
        BUSY,
        /** The kind of consultation too, without anybody's name. */
        REASON,
        /** The patient's name too: each reading is traced. */
        NAME;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException on another word */
        public static Detail of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
