package fr.quartdheure.undo;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an agenda.
 *
 * @param subjectId the appointment, blocked time, window or series
 * @param slotId for a move, the slot that was left
 * @param minutes for a move, how long the appointment was there
 * @param was for a step of the day, the status before it
 * @param sequence of the appointment after the deed: another one now means that somebody changed it since
 */
public record Deed(
        long id,
        UUID siteId,
        Kind kind,
        UUID subjectId,
        @Nullable UUID slotId,
        int minutes,
        @Nullable String was,
        int sequence,
        Instant doneAt) {

    /** What was done. */
    public enum Kind {
        BOOK,
        MOVE,
        CANCEL,
        ADVANCE,
        BLOCK,
        RELEASE,
        OPEN,
        SERIES;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
