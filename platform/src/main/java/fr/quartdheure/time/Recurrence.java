package fr.quartdheure.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weekly window in wall time, cut into steps of equal real length: 9:00 stays 9:00 through clock changes, nothing
 * falls into the missing hour of March, and both 02:xx of October are distinct.
 *
 * @param everyWeeks 1 = each week, 2 = every other week, counted from the week of {@code from}
 * @param from first day on which it may run
 * @param until last day on which it may run, or null for ever
 * @param step length of one step; a remainder shorter than a step is left out
 */
public record Recurrence(
        DayOfWeek weekday,
        int everyWeeks,
        LocalDate from,
        @Nullable LocalDate until,
        LocalTime starts,
        LocalTime ends,
        Duration step) {

    public Recurrence {
        if (!ends.isAfter(starts)) {
            throw new IllegalArgumentException("a window ends after it starts: " + starts + " to " + ends);
        }
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("a step has a length: " + step);
        }
        if (everyWeeks < 1) {
            throw new IllegalArgumentException("a recurrence comes back every week or less often: " + everyWeeks);
        }
    }

    public boolean runsOn(LocalDate day) {
        if (day.getDayOfWeek() != weekday || day.isBefore(from) || (until != null && day.isAfter(until))) {
            return false;
        }
        LocalDate firstWeek = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return ChronoUnit.WEEKS.between(firstWeek, day) % everyWeeks == 0;
    }

    /** The steps of one day in order; empty when it does not run then. */
    public List<Period> steps(LocalDate day) {
        if (!runsOn(day)) {
            return List.of();
        }
        Instant end = windowEnd(day);
        var steps = new ArrayList<Period>();
        Instant start = Paris.firstShowing(day.atTime(starts));
        for (Instant next = start.plus(step); !next.isAfter(end); next = next.plus(step)) {
            steps.add(new Period(start, next));
            start = next;
        }
        return steps;
    }

    /**
     * When the window closes on a day: the first time that the wall shows its end. The second showing, on the night of
     * October, would give an agenda that ends at 2:00 slots at 2:05 and later.
     */
    public Instant windowEnd(LocalDate day) {
        return Paris.firstShowing(day.atTime(ends));
    }

    /** How long the window of a day really lasts: an hour less or more when the clocks change in it. */
    public Duration window(LocalDate day) {
        return Duration.between(Paris.firstShowing(day.atTime(starts)), windowEnd(day));
    }
}
