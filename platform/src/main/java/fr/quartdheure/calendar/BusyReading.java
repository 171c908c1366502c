package fr.quartdheure.calendar;

import fr.quartdheure.calendar.RawCalendar.Unreadable;
import fr.quartdheure.calendar.RawEvent.Line;
import fr.quartdheure.time.Period;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.model.TemporalAmountAdapter;

/**
 * When the owner of a calendar is busy (RFC 5545): events with their repetitions, exceptions and single changes, whole
 * days, and times that are only taken. What is free or cancelled takes nothing.
 */
final class BusyReading {

    private static final int MOST_TIMES = 50_000;
    private static final Duration DAY = Duration.ofDays(1);

    private final Period window;
    private final Zones zones;
    private final Repetition.Budget budget = new Repetition.Budget();
    private final Map<String, Set<Instant>> replaced = new HashMap<>();
    private final List<Period> times = new ArrayList<>();
    private int unreadable;

    private BusyReading(Period window, Zones zones) {
        this.window = window;
        this.zones = zones;
    }

    /**
     * @param busy in order, those that touch made one
     * @param events how many the calendar has
     * @param unreadable how many of them could not be understood: they take nothing
     */
    record Read(List<Period> busy, int events, int unreadable) {}

    /**
     * @param window outside which nothing matters
     * @throws Unreadable when it is no calendar, or one with more events or repetitions than are read
     */
    static Read read(String text, Period window) throws Unreadable {
        RawCalendar calendar = RawCalendar.of(text);
        var reading = new BusyReading(window, new Zones(text, calendar.zone()));
        calendar.events().forEach(reading::noteReplaced);
        for (RawEvent event : calendar.events()) {
            reading.take(event);
        }
        return new Read(merged(reading.times), calendar.events().size(), reading.unreadable);
    }

    /** A single change stands for the repetition whose hour it names. */
    private void noteReplaced(RawEvent event) {
        try {
            event.find("RECURRENCE-ID")
                    .ifPresent(line -> replaced.computeIfAbsent(event.uid(), uid -> new HashSet<>())
                            .add(WallTime.of(line, zones).instant()));
        } catch (DateTimeException e) {
            unreadable++;
        }
    }

    private void take(RawEvent event) throws Unreadable {
        if (event.takesNothing()) {
            return;
        }
        try {
            if (event.freeBusy) {
                event.all("FREEBUSY").forEach(this::takeTaken);
            } else {
                takeEvent(event);
            }
        } catch (DateTimeException | ArithmeticException e) {
            unreadable++;
        }
    }

    private void takeEvent(RawEvent event) throws Unreadable {
        WallTime first = WallTime.of(
                event.find("DTSTART").orElseThrow(() -> new DateTimeException("an event without a start")), zones);
        var length = Length.of(event, first, zones);
        var gone = new HashSet<Instant>();
        for (Line line : event.all("EXDATE")) {
            WallTime.several(line, zones).forEach(one -> gone.add(one.instant()));
        }
        boolean single = event.find("RECURRENCE-ID").isPresent();
        if (!single) {
            gone.addAll(replaced.getOrDefault(event.uid(), Set.of()));
        }
        for (LocalDateTime start : starts(event, first, length, single)) {
            if (!gone.contains(first.at(start))) {
                add(first.at(start), length.end(first, start));
            }
        }
        for (Line line : event.all("RDATE")) {
            for (WallTime one : WallTime.several(line, zones)) {
                if (!gone.contains(one.instant())) {
                    add(one.instant(), length.end(one, one.local()));
                }
            }
        }
    }

    private Set<LocalDateTime> starts(RawEvent event, WallTime first, Length length, boolean single) throws Unreadable {
        var starts = new HashSet<LocalDateTime>();
        starts.add(first.local());
        if (!single) {
            var from = LocalDateTime.ofInstant(window.start(), ZoneOffset.UTC)
                    .minus(length.atMost())
                    .minus(DAY);
            var to = LocalDateTime.ofInstant(window.end(), ZoneOffset.UTC).plus(DAY);
            for (Line rule : event.all("RRULE")) {
                starts.addAll(new Repetition(rule.value()).starts(first, from, to, budget));
            }
        }
        return starts;
    }

    private void takeTaken(Line line) {
        if (line.parameters().getOrDefault("FBTYPE", "BUSY").equalsIgnoreCase("FREE")) {
            return;
        }
        for (String period : line.value().split(",")) {
            String[] ends = period.strip().split("/", 2);
            if (ends.length < 2) {
                throw new DateTimeException("a period without an end");
            }
            WallTime start = WallTime.of(ends[0], "", zones);
            add(
                    start.instant(),
                    ends[1].startsWith("P")
                            ? start.instant().plus(Length.duration(ends[1]))
                            : WallTime.of(ends[1], "", zones).instant());
        }
    }

    private void add(Instant start, Instant end) {
        Instant from = start.isBefore(window.start()) ? window.start() : start;
        Instant to = end.isAfter(window.end()) ? window.end() : end;
        if (from.isBefore(to)) {
            if (times.size() == MOST_TIMES) {
                throw new ArithmeticException("too many times");
            }
            times.add(new Period(from, to));
        }
    }

    private static List<Period> merged(List<Period> times) {
        var merged = new ArrayList<Period>();
        times.stream().sorted(Comparator.comparing(Period::start)).forEach(one -> {
            if (!merged.isEmpty() && !one.start().isAfter(merged.getLast().end())) {
                merged.add(merged.removeLast().spanning(one));
            } else {
                merged.add(one);
            }
        });
        return List.copyOf(merged);
    }

    /**
     * How long an event lasts: days where it has only days, else exactly as long at each repetition.
     *
     * @param days of a whole-day event
     */
    private record Length(long days, Duration exact) {

        static Length of(RawEvent event, WallTime start, Zones zones) {
            var end = event.find("DTEND");
            if (end.isPresent()) {
                WallTime at = WallTime.of(end.get(), zones);
                return start.allDay()
                        ? new Length(Math.max(1, ChronoUnit.DAYS.between(start.local(), at.local())), Duration.ZERO)
                        : new Length(0, Duration.between(start.instant(), at.instant()));
            }
            String given = event.value("DURATION");
            if (start.allDay()) {
                return new Length(
                        given.isEmpty() ? 1 : Math.max(1, duration(given).toDays()), Duration.ZERO);
            }
            return new Length(0, given.isEmpty() ? Duration.ZERO : duration(given));
        }

        Instant end(WallTime event, LocalDateTime start) {
            return days > 0 ? event.at(start.plusDays(days)) : event.at(start).plus(exact);
        }

        Duration atMost() {
            return days > 0 ? Duration.ofDays(days) : exact.isNegative() ? Duration.ZERO : exact;
        }

        static Duration duration(String text) {
            try {
                var amount = TemporalAmountAdapter.parse(text).getDuration();
                return amount instanceof java.time.Period days
                        ? Duration.ofDays(days.getDays())
                        : Duration.from(amount);
            } catch (RuntimeException e) {
                throw new DateTimeException("no duration: " + text, e);
            }
        }
    }
}
