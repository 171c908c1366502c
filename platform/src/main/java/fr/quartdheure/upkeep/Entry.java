package fr.quartdheure.upkeep;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the register. Values of a cycle stand as they were typed: the software reads nothing into them.
 *
 * @param place the room, as it was called then
 * @param load number of the load; never null for a cycle of sterilisation
 * @param plateau how long the temperature was held
 * @param corrects the entry that this one replaces, or null
 * @param why it was corrected
 */
public record Entry(
        UUID id,
        UUID siteId,
        @Nullable UUID roomId,
        String place,
        Kind kind,
        Instant doneAt,
        @Nullable String load,
        @Nullable String programme,
        @Nullable String temperature,
        @Nullable String pressure,
        @Nullable String plateau,
        Result result,
        @Nullable String note,
        @Nullable UUID corrects,
        @Nullable String why,
        String by,
        Instant at) {

    public Entry {
        if (kind == Kind.STERILISATION && load == null) {
            throw new IllegalArgumentException("a cycle of sterilisation bears a load number");
        }
        if ((corrects == null) != (why == null)) {
            throw new IllegalArgumentException("a correction says why: " + corrects + ", " + why);
        }
    }

    /** What was done. */
    public enum Kind {
        CLEANING,
        STERILISATION;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether it may be used; pending until an indicator was read. */
    public enum Result {
        GOOD,
        BAD,
        PENDING;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
