package fr.quartdheure.calendar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calendars elsewhere are read.
 *
 * @param every from one reading to the next, at most four minutes: hours close within five
 * @param patience for one reading, redirects included
 * @param largest bytes of a calendar
 * @param follow false reads none: a platform without a way to the internet
 */
@ConfigurationProperties("quartdheure.calendars")
record CalendarSettings(
        @DefaultValue("3m") Duration every,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("5000000") int largest,
        @DefaultValue("true") boolean follow) {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    CalendarSettings {
        if (every.isNegative() || every.isZero() || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "quartdheure.calendars.every is " + every + ": more than none and at most " + LONGEST);
        }
    }
}
