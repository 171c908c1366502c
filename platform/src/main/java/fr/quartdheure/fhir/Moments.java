package fr.quartdheure.fhir;

import fr.quartdheure.time.Paris;
import fr.quartdheure.wire.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that instants are looked for in, from the dates of a search. A date means all of its day, month,
 * year or second; without an offset it is Paris time.
 *
 * @param from included
 * @param until excluded
 */
record Moments(Instant from, Instant until) {

    static final Moments ALWAYS =
            new Moments(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2201-01-01T00:00:00Z"));

    private static final Pattern FORM = Pattern.compile("([a-z]{2})?(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
            + "(?:T(\\d{2}:\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?(Z|[ +-]\\d{2}:\\d{2})?)?)?)?");
    private static final String PREFIXES = "eq gt ge lt le sa eb";

    /** What is left of both. */
    Moments and(Moments other) {
        return new Moments(
                from.isBefore(other.from) ? other.from : from, until.isAfter(other.until) ? other.until : until);
    }

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    /**
     * @param where the parameter, to tell when it is wrong
     * @throws Refused when it is no date, or after a prefix that is not followed
     */
    static Moments of(String text, String where) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Refused.malformed("moment-malformed", where, Refused.shown(text));
        }
        String prefix = form.group(1) == null ? "eq" : form.group(1);
        if (!PREFIXES.contains(prefix)) {
            throw Refused.malformed("moment-prefix", where, prefix);
        }
        Moments meant;
        try {
            meant = meant(form);
        } catch (DateTimeException e) {
            throw Refused.malformed("moment-malformed", where, Refused.shown(text));
        }
        return ALWAYS.and(meant.by(prefix));
    }

    /** What a prefix makes of the time that a date means. */
    private Moments by(String prefix) {
        return switch (prefix) {
            case "gt", "sa" -> new Moments(until, ALWAYS.until);
            case "ge" -> new Moments(from, ALWAYS.until);
            case "lt", "eb" -> new Moments(ALWAYS.from, from);
            case "le" -> new Moments(ALWAYS.from, until);
            default -> this;
        };
    }

    private static Moments meant(Matcher form) {
        int year = Integer.parseInt(form.group(2));
        if (form.group(3) == null) {
            return days(LocalDate.of(year, 1, 1), Period.ofYears(1));
        }
        var month = YearMonth.of(year, Integer.parseInt(form.group(3)));
        if (form.group(4) == null) {
            return days(month.atDay(1), Period.ofMonths(1));
        }
        LocalDate day = month.atDay(Integer.parseInt(form.group(4)));
        return form.group(5) == null ? days(day, Period.ofDays(1)) : time(day, form);
    }

    private static Moments days(LocalDate first, Period length) {
        return new Moments(Paris.startOf(first), Paris.startOf(first.plus(length)));
    }

    private static Moments time(LocalDate day, Matcher form) {
        String seconds = form.group(6);
        String fraction = form.group(7);
        var wall = LocalDateTime.parse(day + "T" + form.group(5) + ":" + (seconds == null ? "00" : seconds)
                + (fraction == null ? "" : fraction));
        Duration precision = seconds == null
                ? Duration.ofMinutes(1)
                : fraction == null ? Duration.ofSeconds(1) : Duration.ofMillis(1);
        Instant from = instant(wall, form.group(8));
        return new Moments(from, from.plus(precision));
    }

    /** A "+" that was not encoded arrives as a blank. */
    private static Instant instant(LocalDateTime wall, @Nullable String offset) {
        if (offset == null) {
            ZonedDateTime inParis = wall.atZone(Paris.ZONE);
            return inParis.toInstant();
        }
        return wall.toInstant("Z".equals(offset) ? ZoneOffset.UTC : ZoneOffset.of(offset.replace(' ', '+')));
    }
}
