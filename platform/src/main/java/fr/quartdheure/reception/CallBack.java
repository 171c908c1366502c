package fr.quartdheure.reception;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be called back.
 *
 * @param callId the call in which it was promised, if there was one
 * @param reason as of a call
 * @param dueAt before when
 * @param takenBy who has taken it on, or null while nobody has
 * @param attempts in the order in which they were made
 */
public record CallBack(
        UUID id,
        UUID siteId,
        @Nullable UUID callId,
        @Nullable String who,
        String phone,
        @Nullable UUID patientId,
        CallReason reason,
        @Nullable String note,
        Instant dueAt,
        Instant createdAt,
        String createdBy,
        @Nullable Clerk takenBy,
        @Nullable Done done,
        List<Attempt> attempts) {

    public boolean isOverdue(Instant now) {
        return done == null && dueAt.isBefore(now);
    }

    /** @param reached false when it was given up */
    public record Done(boolean reached, Instant at, String by) {}

    public record Attempt(AttemptResult result, Instant at, String by) {}
}
