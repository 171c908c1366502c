package fr.quartdheure.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a round.
 *
 * @param position from 1
 * @param wayMinutes from the stop before, or from the base; an estimate
 * @param arrival planned; then {@code start}, when the window is open, and {@code end}
 * @param reason code of why it was not done, or null
 * @param beforeRoundId in whose round it stood before it last changed; null when it was new
 * @param beforeStart when it was to start then
 * @param changedIn the version of the day in which it last changed
 */
public record Stop(
        UUID id,
        UUID roundId,
        UUID requestId,
        int position,
        double wayMinutes,
        Instant arrival,
        Instant start,
        Instant end,
        StopState state,
        @Nullable String reason,
        @Nullable Instant leftAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant endedAt,
        @Nullable UUID beforeRoundId,
        @Nullable Instant beforeStart,
        int changedIn) {}
