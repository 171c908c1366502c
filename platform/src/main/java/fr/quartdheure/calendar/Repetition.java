package fr.quartdheure.calendar;

import fr.quartdheure.calendar.RawCalendar.Unreadable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * One rule of repetition (RRULE), expanded by the library on wall time, in which rules are meant: what starts at nine
 * does so before and after the clocks change.
 */
final class Repetition {

    /** Steps that all rules of a calendar may take together: a hostile rule must end, and soon. */
    static final long MOST_STEPS = 2_000_000;

    private static final Pattern UNTIL = Pattern.compile("(?i);?UNTIL=([^;]*)");

    private final Recur<LocalDateTime> recur;
    private final String until;

    /** @throws DateTimeException when it is no rule */
    Repetition(String rule) {
        String whole = rule.strip().toUpperCase(Locale.ROOT);
        var found = UNTIL.matcher(whole);
        until = found.find() ? found.group(1) : "";
        try {
            recur = new Recur<>(UNTIL.matcher(whole).replaceAll("").replaceFirst("^;", ""));
        } catch (RuntimeException e) {
            throw new DateTimeException("no rule of repetition", e);
        }
    }

    /**
     * Hours at which it starts, from a start up to an end.
     *
     * @param budget steps that are left, of which this takes its own
     * @throws Unreadable when the budget does not suffice
     */
    List<LocalDateTime> starts(WallTime first, LocalDateTime from, LocalDateTime to, Budget budget) throws Unreadable {
        if (!first.local().isBefore(to)) {
            return List.of();
        }
        budget.spend(steps(Duration.between(first.local(), to)));
        return recur.getDates(first.local(), from, to).stream()
                .filter(start -> isWithin(start, first))
                .toList();
    }

    /** UNTIL is a day, an instant, or an hour on the same wall, and belongs to the rule. */
    private boolean isWithin(LocalDateTime start, WallTime first) {
        if (until.isEmpty()) {
            return true;
        }
        if (until.length() == 8) {
            return !start.toLocalDate().isAfter(LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE));
        }
        var form = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss['Z']", Locale.ROOT);
        var end = LocalDateTime.parse(until, form);
        return until.endsWith("Z") && !first.allDay()
                ? !first.at(start).isAfter(end.toInstant(java.time.ZoneOffset.UTC))
                : !start.isAfter(end);
    }

    private long steps(Duration length) {
        long turns = length.dividedBy(unit(recur.getFrequency())) / Math.max(1, recur.getInterval()) + 1;
        long each = Stream.of(
                        recur.getHourList(),
                        recur.getMinuteList(),
                        recur.getSecondList(),
                        recur.getMonthDayList(),
                        recur.getMonthList(),
                        recur.getWeekNoList(),
                        recur.getYearDayList(),
                        recur.getDayList())
                .mapToLong(list -> Math.max(1, list.size()))
                .reduce(1, Math::multiplyExact);
        return Math.multiplyExact(turns, each);
    }

    private static Duration unit(Frequency frequency) {
        return switch (frequency) {
            case SECONDLY -> Duration.ofSeconds(1);
            case MINUTELY -> Duration.ofMinutes(1);
            case HOURLY -> Duration.ofHours(1);
            case DAILY -> Duration.ofDays(1);
            case WEEKLY -> Duration.ofDays(7);
            case MONTHLY -> Duration.ofDays(28);
            case YEARLY -> Duration.ofDays(365);
        };
    }

    /** Steps that a calendar has left. */
    static final class Budget {

        private long left = MOST_STEPS;

        void spend(long steps) throws Unreadable {
            left -= steps;
            if (left < 0) {
                throw new Unreadable(Failure.TOO_MANY_EVENTS);
            }
        }
    }
}
