package fr.quartdheure.visit;

import fr.quartdheure.atlas.rounds.Lunch;
import fr.quartdheure.atlas.rounds.Window;
import fr.quartdheure.time.Paris;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a round has come: where and from when on its professional is free for what has not begun.
 *
 * @param last the last stop that has begun, or null at her base
 * @param from minutes since the day began
 * @param lunch still to come, or null
 */
record Standing(@Nullable Stop last, double from, @Nullable Lunch lunch) {

    /** @param minutesThere how long the visit of the last stop takes */
    static Standing of(VisitRound round, double minutesThere, Instant now) {
        List<Stop> begun = round.begunStops();
        Stop last = begun.isEmpty() ? null : begun.getLast();
        double clock = minutes(round.day(), now);
        double free = last == null
                ? minutes(round.day(), round.starts())
                : free(last, minutesThere, round.day()).orElse(clock);
        double from = Math.max(0, Math.max(clock, free));
        return new Standing(last, from, lunch(round, last, from, now));
    }

    /** A visit that lasts longer than it should ends now, for all that is known. */
    private static Optional<Double> free(Stop last, double minutesThere, LocalDate day) {
        Instant since = switch (last.state()) {
            case LEFT -> later(plus(last.leftAt(), last.wayMinutes() + minutesThere), last.start(), minutesThere);
            case ARRIVED -> plus(last.arrivedAt(), minutesThere);
            case DONE, NOT_DONE -> last.endedAt();
            case PLANNED -> null;
        };
        return Optional.ofNullable(since).map(instant -> minutes(day, instant));
    }

    /** Somebody who left early still waits for the window to open. */
    private static @Nullable Instant later(@Nullable Instant end, Instant start, double minutesThere) {
        if (end == null) {
            return null;
        }
        Instant planned = start.plusSeconds(Math.round(minutesThere * 60));
        return end.isAfter(planned) ? end : planned;
    }

    private static @Nullable Instant plus(@Nullable Instant instant, double minutes) {
        return instant == null ? null : instant.plusSeconds(Math.round(minutes * 60));
    }

    private static @Nullable Lunch lunch(VisitRound round, @Nullable Stop last, double from, Instant now) {
        VisitRound.Pause pause = round.lunch();
        if (pause == null || isTaken(round, last, now)) {
            return null;
        }
        double until = minutes(round.day(), pause.until());
        return from > until ? null : new Lunch(new Window(minutes(round.day(), pause.from()), until), pause.minutes());
    }

    /** Its hour has come, and she was not with somebody then. */
    private static boolean isTaken(VisitRound round, @Nullable Stop last, Instant now) {
        Instant lunchAt = round.lunchAt();
        if (lunchAt == null || now.isBefore(lunchAt)) {
            return false;
        }
        Instant left = last == null || !last.state().current() ? null : last.leftAt();
        return left == null || !left.isBefore(lunchAt);
    }

    /** Minutes of elapsed time since the day began; negative before it. */
    static double minutes(LocalDate day, Instant instant) {
        return Duration.between(Paris.startOf(day), instant).toMillis() / 60_000.0;
    }

    static double minutes(LocalDate day, LocalTime wall) {
        return minutes(day, day.atTime(wall).atZone(Paris.ZONE).toInstant());
    }

    static Instant instant(LocalDate day, double minutes) {
        return Paris.startOf(day).plusSeconds(Math.round(minutes * 60));
    }
}
