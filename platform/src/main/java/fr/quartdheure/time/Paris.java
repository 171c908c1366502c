package fr.quartdheure.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Wall time of metropolitan France, clock changes included. */
public final class Paris {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private Paris() {}

    /** The first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The instant at which a clock on the wall first shows this time; in the missing hour of spring, its end. */
    static Instant firstShowing(LocalDateTime wall) {
        ZoneOffsetTransition change = ZONE.getRules().getTransition(wall);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return wall.atZone(ZONE).withEarlierOffsetAtOverlap().toInstant();
    }
}
