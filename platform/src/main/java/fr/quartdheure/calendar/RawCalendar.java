package fr.quartdheure.calendar;

import fr.quartdheure.calendar.RawEvent.Line;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/**
 * A calendar file taken apart by the library's parser, event by event: neither titles nor people are ever in memory as
 * such, and a file of the largest size stays small.
 *
 * @param zone X-WR-TIMEZONE, in which hours without a zone are meant; empty where it says nothing
 */
record RawCalendar(List<RawEvent> events, String zone) {

    static final int MOST_EVENTS = 10_000;

    /** It is no calendar, or has too many events. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        final Failure why;

        Unreadable(Failure why) {
            super(why.code());
            this.why = why;
        }
    }

    /** @throws Unreadable when the file is no calendar or has more than {@value #MOST_EVENTS} events */
    static RawCalendar of(String text) throws Unreadable {
        String start = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (!start.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            throw new Unreadable(Failure.NOT_A_CALENDAR);
        }
        var taking = new Taking();
        try {
            new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(start.strip() + "\r\n"), true), taking);
        } catch (IOException | ParserException | RuntimeException e) {
            throw new Unreadable(taking.tooMany ? Failure.TOO_MANY_EVENTS : Failure.NOT_A_CALENDAR);
        }
        return new RawCalendar(taking.events, taking.zone);
    }

    private static final class Taking implements ContentHandler {

        private static final Set<String> KEPT = Set.of(
                "UID",
                "DTSTART",
                "DTEND",
                "DURATION",
                "RRULE",
                "RDATE",
                "EXDATE",
                "RECURRENCE-ID",
                "STATUS",
                "TRANSP",
                "X-MICROSOFT-CDO-BUSYSTATUS",
                "FREEBUSY");

        private final List<RawEvent> events = new ArrayList<>();
        private final Deque<String> within = new ArrayDeque<>();
        private final Map<String, String> parameters = new HashMap<>();
        private boolean tooMany;
        private String zone = "";
        private String value = "";

        @Override
        public void startCalendar() {}

        @Override
        public void endCalendar() {}

        @Override
        public void startComponent(String name) {
            String kind = name.toUpperCase(Locale.ROOT);
            within.push(kind);
            if (kind.equals("VEVENT") || kind.equals("VFREEBUSY")) {
                if (events.size() == MOST_EVENTS) {
                    tooMany = true;
                    throw new IllegalStateException("more than " + MOST_EVENTS + " events");
                }
                events.add(new RawEvent(kind.equals("VFREEBUSY")));
            }
        }

        @Override
        public void endComponent(String name) {
            within.poll();
        }

        @Override
        public void startProperty(String name) {
            parameters.clear();
            value = "";
        }

        @Override
        public void propertyValue(String text) {
            value = text;
        }

        @Override
        public void parameter(String name, String text) {
            parameters.put(name.toUpperCase(Locale.ROOT), text.replace("\"", ""));
        }

        @Override
        public void endProperty(String given) {
            String name = given.toUpperCase(Locale.ROOT);
            String kind = within.isEmpty() ? "" : within.peek();
            if (kind.isEmpty() && name.equals("X-WR-TIMEZONE")) {
                zone = value.strip();
            } else if ((kind.equals("VEVENT") || kind.equals("VFREEBUSY")) && KEPT.contains(name)) {
                events.getLast().add(new Line(name, Map.copyOf(parameters), value));
            }
        }
    }
}
