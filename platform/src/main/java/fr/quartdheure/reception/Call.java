package fr.quartdheure.reception;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that somebody took.
 *
 * @param who a name, where no known person was chosen
 * @param phone as it is dialled
 * @param note practical, at most 120 characters; never about anybody's health
 * @param urgent whether a warning sign was told; which one is not kept
 * @param minutes how long it took, 0 to 240
 */
public record Call(
        UUID id,
        UUID siteId,
        Caller caller,
        @Nullable String who,
        @Nullable String phone,
        @Nullable UUID patientId,
        CallReason reason,
        CallOutcome outcome,
        @Nullable String note,
        boolean urgent,
        int minutes,
        Instant startedAt,
        Clerk takenBy) {

    public static final int LONGEST = 240;
    public static final int LONGEST_NOTE = 120;

    public Call {
        if (minutes < 0 || minutes > LONGEST) {
            throw new IllegalArgumentException("a call takes 0 to 240 minutes, not " + minutes);
        }
    }
}
