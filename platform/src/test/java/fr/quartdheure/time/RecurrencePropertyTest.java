package fr.quartdheure.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Any window on any day from 2024 to 2036, clock changes included. */
class RecurrencePropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2036, 12, 31);
    private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, LAST);

    /** A window of one day, minutes after midnight, and the length of a step. */
    record Window(LocalDate day, LocalTime starts, LocalTime ends, Duration step) {
        /** A window that begins in the double hour of October sees its wall turned back to 2:00 once. */
        LocalTime firstOnTheWall() {
            boolean twice =
                    Paris.ZONE.getRules().getValidOffsets(day.atTime(starts)).size() == 2;
            return twice ? starts.truncatedTo(ChronoUnit.HOURS) : starts;
        }

        List<Period> steps() {
            return new Recurrence(day.getDayOfWeek(), 1, day, null, starts, ends, step).steps(day);
        }
    }

    /** Few samples would miss the two days a year that matter: every day is taken. */
    @Property(tries = 1)
    void a_morning_keeps_its_wall_time_on_every_day() {
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            var steps = new Window(day, LocalTime.of(9, 0), LocalTime.of(12, 0), Duration.ofMinutes(15)).steps();
            assertThat(steps).hasSize(12);
            for (int i = 0; i < steps.size(); i++) {
                assertThat(wall(steps.get(i)).toLocalDateTime())
                        .isEqualTo(day.atTime(9, 0).plusMinutes(15L * i));
            }
        });
    }

    @Property(tries = 4000)
    void steps_are_contiguous_of_equal_length_and_inside_the_day(@ForAll("windows") Window window) {
        var steps = window.steps();
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).length()).isEqualTo(window.step());
            assertThat(wall(steps.get(i)).toLocalDate()).isEqualTo(window.day());
            assertThat(wall(steps.get(i)).toLocalTime()).isBetween(window.firstOnTheWall(), window.ends());
            if (i > 0) {
                assertThat(steps.get(i).start()).isEqualTo(steps.get(i - 1).end());
            }
        }
        if (!steps.isEmpty()) {
            assertThat(steps.getLast().end())
                    .isBeforeOrEqualTo(Paris.firstShowing(window.day().atTime(window.ends())));
        }
    }

    @Property(tries = 2000)
    void a_window_starts_when_the_clock_on_the_wall_shows_it(@ForAll("windows") Window window) {
        var steps = window.steps();
        boolean missing = Paris.ZONE
                .getRules()
                .getValidOffsets(window.day().atTime(window.starts()))
                .isEmpty();
        if (!steps.isEmpty() && !missing) {
            assertThat(wall(steps.getFirst()).toLocalTime()).isEqualTo(window.starts());
        }
    }

    @Property(tries = 2000)
    void a_remainder_is_shorter_than_a_step(@ForAll("windows") Window window) {
        var rule = new Recurrence(
                window.day().getDayOfWeek(), 1, window.day(), null, window.starts(), window.ends(), window.step());
        var steps = rule.steps(window.day());
        var begin = steps.isEmpty()
                ? Paris.firstShowing(window.day().atTime(window.starts()))
                : steps.getLast().end();
        assertThat(Duration.between(begin, rule.windowEnd(window.day()))).isLessThan(window.step());
    }

    @Property(tries = 1000)
    void it_comes_back_every_so_many_weeks(
            @ForAll("days") LocalDate from, @ForAll @IntRange(min = 1, max = 6) int weeks) {
        var rule = new Recurrence(
                from.getDayOfWeek(), weeks, from, null, LocalTime.of(9, 0), LocalTime.of(10, 0), Duration.ofHours(1));
        for (int i = 0; i < 20 * 7; i++) {
            assertThat(rule.runsOn(from.plusDays(i))).isEqualTo(i % (7 * weeks) == 0);
        }
        assertThat(rule.runsOn(from.minusWeeks(weeks))).isFalse();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
    }

    /** One day in four is a day of clock change, else they would hardly be drawn. */
    @Provide
    Arbitrary<Window> windows() {
        var changes = FIRST.datesUntil(LAST)
                .filter(day -> !Paris.startOf(day.plusDays(1))
                        .equals(Paris.startOf(day).plus(Duration.ofDays(1))))
                .toList();
        var anyDay = Arbitraries.frequencyOf(Tuple.of(3, days()), Tuple.of(1, Arbitraries.of(changes)));
        var minutes = Arbitraries.integers().between(0, 287).map(five -> five * 5);
        return Combinators.combine(anyDay, minutes, minutes, Arbitraries.of(5, 10, 15, 20, 30, 45, 60))
                .as((day, a, b, step) -> new Window(
                        day,
                        time(Math.min(a, b)),
                        time(a.equals(b) ? 1439 : Math.max(a, b)),
                        Duration.ofMinutes(step)));
    }

    private static LocalTime time(int minutes) {
        return LocalTime.of(minutes / 60, minutes % 60);
    }

    private static ZonedDateTime wall(Period period) {
        return period.start().atZone(Paris.ZONE);
    }
}
