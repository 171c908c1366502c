package fr.quartdheure.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two days of clock change of 2026, and rules with an end. */
class RecurrenceTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 29);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 25);

    @Test
    void the_days_of_change_have_23_and_25_hours() {
        assertThat(steps(MARCH, "00:00", "23:59", 60)).hasSize(22);
        assertThat(steps(OCTOBER, "00:00", "23:59", 60)).hasSize(24);
        assertThat(Duration.between(Paris.startOf(MARCH), Paris.startOf(MARCH.plusDays(1))))
                .isEqualTo(Duration.ofHours(23));
        assertThat(Duration.between(Paris.startOf(OCTOBER), Paris.startOf(OCTOBER.plusDays(1))))
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void nothing_falls_into_the_missing_hour_of_march() {
        assertThat(steps(MARCH, "02:00", "03:00", 15)).isEmpty();
        assertThat(steps(MARCH, "02:30", "03:30", 15).getFirst().start()).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(steps(MARCH, "01:00", "04:00", 30))
                .extracting(
                        step -> step.start().atZone(Paris.ZONE).toLocalTime().toString())
                .containsExactly("01:00", "01:30", "03:00", "03:30");
    }

    @Test
    void both_halves_past_two_of_october_are_distinct() {
        assertThat(steps(OCTOBER, "02:00", "03:00", 30))
                .extracting(Period::start)
                .containsExactly(
                        Instant.parse("2026-10-25T00:00:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T01:00:00Z"),
                        Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void a_window_that_ends_in_the_double_hour_ends_when_the_wall_first_says_so() {
        assertThat(steps(OCTOBER, "00:00", "02:00", 30)).hasSize(4);
        assertThat(steps(OCTOBER, "01:30", "02:30", 30)).hasSize(2);
    }

    @Test
    void every_other_week_is_counted_from_the_week_it_began_in() {
        // Wednesday: the rule's Mondays begin with the week after next, for this week's Monday is past.
        var rule = new Recurrence(
                DayOfWeek.MONDAY,
                2,
                LocalDate.of(2026, 11, 18),
                LocalDate.of(2026, 12, 14),
                LocalTime.of(9, 0),
                LocalTime.of(10, 0),
                Duration.ofMinutes(20));
        assertThat(LocalDate.of(2026, 11, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(rule::runsOn))
                .containsExactly(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 14));
    }

    @Test
    void a_rule_that_cannot_run_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> steps(MARCH, "10:00", "10:00", 15));
        assertThatIllegalArgumentException().isThrownBy(() -> steps(MARCH, "10:00", "09:00", 15));
        assertThatIllegalArgumentException().isThrownBy(() -> steps(MARCH, "09:00", "10:00", 0));
    }

    private static List<Period> steps(LocalDate day, String starts, String ends, int minutes) {
        return new Recurrence(
                        day.getDayOfWeek(),
                        1,
                        day,
                        day,
                        LocalTime.parse(starts),
                        LocalTime.parse(ends),
                        Duration.ofMinutes(minutes))
                .steps(day);
    }
}
