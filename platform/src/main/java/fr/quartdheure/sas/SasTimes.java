package fr.quartdheure.sas;

import fr.quartdheure.time.Paris;
import fr.quartdheure.wire.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as the national platform writes them: without an offset in Paris time, sometimes in Paris time with the offset
 * +00:00, and with a "+" that arrived as a blank.
 */
final class SasTimes {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[ +-]\\d{2}(?::?\\d{2})?)?)?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final boolean zeroOffsetIsParis;

    SasTimes(boolean zeroOffsetIsParis) {
        this.zeroOffsetIsParis = zeroOffsetIsParis;
    }

    /** The instant from which on; of a mere date, its beginning. @throws Refused when it is no date */
    Instant from(String text) {
        return parse(text, false);
    }

    /** The instant up to which, itself included; of a mere date, its end. @throws Refused when it is no date */
    Instant to(String text) {
        return parse(text, true);
    }

    private Instant parse(String text, boolean last) {
        Matcher form = FORM.matcher(text);
        try {
            if (!form.matches()) {
                throw new DateTimeException("another form");
            }
            var day = LocalDate.parse(form.group(1));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new DateTimeException("beyond any agenda");
            }
            if (form.group(2) == null) {
                return last ? Paris.startOf(day.plusDays(1)).minusMillis(1) : Paris.startOf(day);
            }
            return instant(LocalDateTime.parse(day + "T" + form.group(2)), form.group(3), last);
        } catch (DateTimeException e) {
            throw Refused.malformed("date-malformed", "start", Refused.shown(text));
        }
    }

    private Instant instant(LocalDateTime wall, @Nullable String zone, boolean last) {
        if (zone == null) {
            return paris(wall, last);
        }
        if ("Z".equals(zone)) {
            return wall.toInstant(ZoneOffset.UTC);
        }
        var offset = ZoneOffset.of(zone.replace(' ', '+'));
        boolean zero = offset.getTotalSeconds() == 0 && !zone.startsWith("-");
        return zero && zeroOffsetIsParis ? paris(wall, last) : wall.toInstant(offset);
    }

    /** In the hour that comes twice in October, the longer period is meant. */
    private static Instant paris(LocalDateTime wall, boolean last) {
        ZonedDateTime at = wall.atZone(Paris.ZONE);
        return (last ? at.withLaterOffsetAtOverlap() : at.withEarlierOffsetAtOverlap()).toInstant();
    }
}
