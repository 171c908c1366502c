package fr.quartdheure.directory;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.UUID;

/** One opening of a site, week after week, in wall time of Europe/Paris. */
public record OpeningHours(UUID siteId, DayOfWeek weekday, LocalTime opens, LocalTime closes) {

    public OpeningHours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("closing at " + closes + " does not follow opening at " + opens);
        }
    }
}
