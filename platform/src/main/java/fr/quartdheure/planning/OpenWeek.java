package fr.quartdheure.planning;

import fr.quartdheure.directory.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;

/**
 * The hours of a typical week in which a site is open for half an hour at least; closures and public holidays are none
 * of its matter. Immutable, thread-safe.
 */
final class OpenWeek {

    static final int FIRST_HOUR = 7;
    static final int LAST_HOUR = 21;

    private static final int HOURS = LAST_HOUR - FIRST_HOUR;
    private static final int HALF_AN_HOUR = 30;

    private final BitSet open = new BitSet();

    /** @param hours of one site */
    OpenWeek(List<OpeningHours> hours) {
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = FIRST_HOUR; hour < LAST_HOUR; hour++) {
                if (minutes(hours, day, hour) >= HALF_AN_HOUR) {
                    open.set(place(day, hour));
                }
            }
        }
    }

    /** Where an hour, named by its start, stands among all hours of a week. */
    static int place(DayOfWeek day, int hour) {
        return day.ordinal() * HOURS + hour - FIRST_HOUR;
    }

    void addTo(BitSet hours) {
        hours.or(open);
    }

    private static int minutes(List<OpeningHours> hours, DayOfWeek day, int hour) {
        int minutes = 0;
        for (OpeningHours one : hours) {
            if (one.weekday() == day) {
                int from = Math.max(minuteOf(one.opens()), 60 * hour);
                int to = Math.min(minuteOf(one.closes()), 60 * (hour + 1));
                minutes += Math.max(0, to - from);
            }
        }
        return minutes;
    }

    private static int minuteOf(LocalTime time) {
        return 60 * time.getHour() + time.getMinute();
    }
}
