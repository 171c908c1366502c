package fr.quartdheure.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** One uninterrupted opening of a site in the week. */
public record Hours(DayOfWeek day, LocalTime opens, LocalTime closes) {
    boolean covers(DayOfWeek otherDay, LocalTime starts, LocalTime ends) {
        return day == otherDay && !starts.isBefore(opens) && !ends.isAfter(closes);
    }
}
