package fr.quartdheure.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the short notation of weekly hours used in the tables: {@code 1-5 08:30-12:30,6 09:00-12:00}, 1 = Monday. */
final class Week {
    private Week() {}

    static List<Hours> hours(List<String> notations) {
        List<Hours> hours = new ArrayList<>();
        for (String notation : notations) {
            int space = notation.indexOf(' ');
            String times = notation.substring(space + 1);
            int dash = times.indexOf('-');
            LocalTime opens = LocalTime.parse(times.substring(0, dash));
            LocalTime closes = LocalTime.parse(times.substring(dash + 1));
            for (DayOfWeek day : days(notation.substring(0, space))) {
                hours.add(new Hours(day, opens, closes));
            }
        }
        return List.copyOf(hours);
    }

    /** One digit, or a range such as {@code 1-5}, or digits side by side such as {@code 124}. */
    static List<DayOfWeek> days(String notation) {
        IntStream numbers = notation.contains("-")
                ? IntStream.rangeClosed(notation.charAt(0) - '0', notation.charAt(2) - '0')
                : notation.chars().map(digit -> digit - '0');
        return numbers.mapToObj(DayOfWeek::of).toList();
    }
}
