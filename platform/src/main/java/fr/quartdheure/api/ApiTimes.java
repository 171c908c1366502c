package fr.quartdheure.api;

import fr.quartdheure.time.Paris;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Dates (Paris) and date-times with offset, as callers write them. */
final class ApiTimes {

    private ApiTimes() {}

    /** The instant at which a date begins, or the date-time itself. A raw "+" may arrive decoded as a space. */
    static Instant from(String name, @Nullable String text, Instant otherwise) {
        return text == null || text.isBlank() ? otherwise : parse(name, text, 0);
    }

    /** The instant at which a date ends, or the date-time itself. */
    static Instant to(String name, @Nullable String text, Instant otherwise) {
        return text == null || text.isBlank() ? otherwise : parse(name, text, 1);
    }

    static OffsetDateTime paris(Instant instant) {
        return instant.atZone(Paris.ZONE).toOffsetDateTime();
    }

    private static Instant parse(String name, String text, int daysAfter) {
        String written = text.strip().replace(' ', '+');
        try {
            Instant instant = written.length() == "2026-11-21".length()
                    ? Paris.startOf(LocalDate.parse(written).plusDays(daysAfter))
                    : OffsetDateTime.parse(written).toInstant();
            if (Math.abs(ChronoUnit.DAYS.between(Instant.EPOCH, instant)) > 100_000) {
                throw new DateTimeException("beyond any agenda");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    "date-malformed",
                    name,
                    text.length() > 40 ? text.substring(0, 40) + "…" : text);
        }
    }
}
