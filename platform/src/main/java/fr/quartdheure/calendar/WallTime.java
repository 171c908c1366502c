package fr.quartdheure.calendar;

import fr.quartdheure.calendar.RawEvent.Line;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An hour on a wall somewhere: what a weekly event keeps when the clocks change.
 *
 * @param allDay whether only the day is meant
 */
record WallTime(LocalDateTime local, ZoneRules rules, boolean allDay) {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    /**
     * An hour that spring leaps over is taken as before the leap, of one that autumn has twice the first (RFC 5545).
     */
    Instant instant() {
        return at(local);
    }

    Instant at(LocalDateTime hour) {
        var offsets = rules.getValidOffsets(hour);
        return hour.toInstant(offsets.isEmpty() ? rules.getTransition(hour).getOffsetBefore() : offsets.getFirst());
    }

    static WallTime of(Line line, Zones zones) {
        return of(line.value().strip(), line.parameters().getOrDefault("TZID", ""), zones);
    }

    /** The values of a line that has several; a period by its start. */
    static List<WallTime> several(Line line, Zones zones) {
        String zone = line.parameters().getOrDefault("TZID", "");
        return Arrays.stream(line.value().strip().split(","))
                .map(value -> of(value.split("/", 2)[0].strip(), zone, zones))
                .toList();
    }

    /** @throws DateTimeException when it is no time, or in a zone that nobody knows */
    static WallTime of(String value, String zone, Zones zones) {
        if (value.length() == 8) {
            LocalDate day = LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
            return new WallTime(day.atStartOfDay(), zones.floating(), true);
        }
        if (value.endsWith("Z")) {
            var utc = LocalDateTime.parse(value.substring(0, value.length() - 1), FORM);
            return new WallTime(utc, ZoneOffset.UTC.getRules(), false);
        }
        return new WallTime(
                LocalDateTime.parse(value, FORM), zone.isEmpty() ? zones.floating() : zones.rules(zone), false);
    }
}
