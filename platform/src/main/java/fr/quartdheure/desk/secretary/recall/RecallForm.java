package fr.quartdheure.desk.secretary.recall;

import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who cannot come, and when, as it was typed. */
public record RecallForm(
        @Nullable String practitioner,
        @Nullable String first,
        @Nullable String firstAt,
        @Nullable String last,
        @Nullable String lastAt) {

    /** Longer absences are planned, not sudden: they are noted in the agenda. */
    private static final int MOST_DAYS = 14;

    /** From the first to the last minute; empty when it is none, over, or longer than a fortnight. */
    Optional<Period> period(Instant now) {
        Optional<LocalDate> from = day(first);
        Optional<LocalDate> to = text(last).isEmpty() ? from : day(last);
        if (from.isEmpty() || to.isEmpty() || from.get().plusDays(MOST_DAYS).isBefore(to.get())) {
            return Optional.empty();
        }
        Instant start = at(from.get(), time(firstAt).orElse(LocalTime.MIN));
        Instant end = time(lastAt)
                .map(time -> at(to.get(), time))
                .orElseGet(() -> Paris.startOf(to.get().plusDays(1)));
        return end.isAfter(start) && end.isAfter(now) ? Optional.of(new Period(start, end)) : Optional.empty();
    }

    public String value(String field) {
        return text(
                switch (field) {
                    case "practitioner" -> practitioner;
                    case "first" -> first;
                    case "firstAt" -> firstAt;
                    case "last" -> last;
                    default -> lastAt;
                });
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Paris.ZONE).toInstant();
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.of(LocalDate.parse(text(typed)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return Optional.of(LocalTime.parse(text(typed)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
