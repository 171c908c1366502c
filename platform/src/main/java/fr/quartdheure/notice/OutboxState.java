package fr.quartdheure.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the outbox fares, for whoever runs the platform.
 *
 * @param oldestQueuedAt since when the oldest message waits, or null when none does
 * @param smsSentToday SMS handed over since midnight in Paris
 * @param smsDailyBudget beyond it SMS wait for the next day
 * @param mailReady whether mail settings are there
 * @param smsReady whether gateway settings are there
 */
public record OutboxState(
        long queued,
        long failed,
        long refused,
        @Nullable Instant oldestQueuedAt,
        long smsSentToday,
        int smsDailyBudget,
        boolean mailReady,
        boolean smsReady) {

    /** Whether the day's SMS are used up. */
    public boolean smsBudgetSpent() {
        return smsSentToday >= smsDailyBudget;
    }
}
