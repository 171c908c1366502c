package fr.quartdheure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Repetitions against a walk through the days by hand, across both changes of the clocks. */
class RepetitionPropertyTest {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final Period WINDOW =
            new Period(Paris.startOf(LocalDate.parse("2026-02-15")), Paris.startOf(LocalDate.parse("2026-11-20")));

    @Property(tries = 200)
    void everyHourStaysOnTheWall(
            @ForAll @IntRange(max = 200) int day,
            @ForAll @IntRange(max = 95) int quarter,
            @ForAll @IntRange(min = 1, max = 9) int interval,
            @ForAll boolean weekly,
            @ForAll @IntRange(min = 1, max = 60) int count)
            throws Exception {
        LocalDateTime start = FIRST.plusDays(day).atTime(LocalTime.MIN.plusMinutes(15L * quarter));
        String text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Paris:" + FORM.format(start)
                + "\r\nDURATION:PT10M\r\nRRULE:FREQ=" + (weekly ? "WEEKLY" : "DAILY") + ";INTERVAL=" + interval
                + ";COUNT=" + count + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        List<Period> busy = BusyReading.read(text, WINDOW).busy();

        assertThat(busy).isEqualTo(byHand(start, weekly ? 7 * interval : interval, count));
    }

    private static List<Period> byHand(LocalDateTime start, int days, int count) {
        var expected = new ArrayList<Period>();
        for (int turn = 0; turn < count; turn++) {
            // Java moves an hour that spring leaps over by the length of the leap, as the standard does.
            Instant at = start.plusDays((long) days * turn).atZone(Paris.ZONE).toInstant();
            if (at.plusSeconds(600).isAfter(WINDOW.start()) && at.isBefore(WINDOW.end())) {
                expected.add(new Period(at, at.plusSeconds(600)));
            }
        }
        return expected;
    }
}
