package fr.quartdheure.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Several appointments with one practitioner, at the same wall time on the same weekdays.
 *
 * @param first the first day on which one may be
 * @param days on which weekdays; at least one
 * @param everyWeeks 1 = each week, up to 8
 * @param count how many, 2 to 40
 */
public record SeriesWish(
        UUID siteId,
        UUID practitionerId,
        UUID patientId,
        String service,
        String reason,
        LocalDate first,
        LocalTime at,
        Set<DayOfWeek> days,
        int everyWeeks,
        int count) {

    public static final int MOST = 40;

    public static final int LONGEST_PAUSE = 8;

    public SeriesWish {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a series needs a weekday");
        }
        if (count < 2 || count > MOST) {
            throw new IllegalArgumentException("a series has 2 to " + MOST + " appointments: " + count);
        }
        if (everyWeeks < 1 || everyWeeks > LONGEST_PAUSE) {
            throw new IllegalArgumentException("a series comes every 1 to " + LONGEST_PAUSE + " weeks: " + everyWeeks);
        }
        days = Set.copyOf(days);
    }

    /** The days in order; those that would be farther away than anything can be booked are left out. */
    public List<LocalDate> dates(LocalDate today) {
        var dates = new ArrayList<LocalDate>();
        LocalDate last = today.plusDays(Horizon.FARTHEST);
        LocalDate firstWeek = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (LocalDate day = first; dates.size() < count && !day.isAfter(last); day = day.plusDays(1)) {
            long weeks = ChronoUnit.WEEKS.between(firstWeek, day);
            if (days.contains(day.getDayOfWeek()) && weeks % everyWeeks == 0) {
                dates.add(day);
            }
        }
        return dates;
    }
}
