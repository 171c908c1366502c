package fr.quartdheure.notice;

import fr.quartdheure.calendar.Folding;
import fr.quartdheure.time.Paris;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** An appointment for the patient's calendar (iCalendar, RFC 5545 and 5546). */
record CalendarFile(String text) {

    private static final String ORGANIZER = "Quart d’heure";

    private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:([A-Z]+)\\s*$");

    /**
     * The rule in force since 1996; the whole history since 1891, which the library brings, confuses some calendars.
     */
    private static final String ZONE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Quart d'heure//FR
            BEGIN:VTIMEZONE
            TZID:Europe/Paris
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            DTSTART:19960331T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            DTSTART:19961027T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            END:VCALENDAR
            """;

    static CalendarFile of(CalendarEntry entry) {
        return of(List.of(entry));
    }

    /** @param entries at least one; several are only ever published, for nobody is invited to several things at once */
    static CalendarFile of(List<CalendarEntry> entries) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Quart d'heure//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Method(entries.size() == 1 ? method(entries.getFirst()) : "PUBLISH"));
        calendar.add(zone());
        entries.forEach(entry -> calendar.add(event(entry)));
        return new CalendarFile(Folding.fold(calendar.toString()));
    }

    /** The METHOD of a file, which the type of a mail's attachment has to repeat. */
    static String methodOf(String text) {
        var found = METHOD.matcher(text);
        return found.find() ? found.group(1) : "PUBLISH";
    }

    private static String method(CalendarEntry entry) {
        // An invitation and its end are between two people (RFC 5546): without both it is only published.
        if (entry.attendee() == null || entry.organizer() == null) {
            return "PUBLISH";
        }
        return entry.cancelled() ? "CANCEL" : "REQUEST";
    }

    private static VEvent event(CalendarEntry entry) {
        var event = new VEvent(false);
        event.add(new Uid(entry.appointmentId() + "@quartdheure"));
        event.add(new DtStamp(entry.stamp()));
        event.add(new net.fortuna.ical4j.model.property.DtStart<>(local(entry.start())));
        event.add(new net.fortuna.ical4j.model.property.DtEnd<>(local(entry.end())));
        event.add(new Sequence(entry.sequence()));
        event.add(new Status(entry.cancelled() ? "CANCELLED" : "CONFIRMED"));
        event.add(new net.fortuna.ical4j.model.property.Summary(entry.summary()));
        event.add(new Location(entry.location()));
        event.add(new Description(entry.description()));
        if (entry.url() != null) {
            event.add(new Url(entry.url()));
        }
        people(event, entry);
        Duration reminder = entry.reminder();
        if (reminder != null && !entry.cancelled()) {
            event.add(alarm(reminder, entry.summary()));
        }
        return event;
    }

    private static void people(VEvent event, CalendarEntry entry) {
        if (entry.organizer() != null) {
            var organizer = new Organizer(URI.create("mailto:" + entry.organizer()));
            organizer.add(new Cn(ORGANIZER));
            event.add(organizer);
        }
        if (entry.attendee() != null) {
            var attendee = new Attendee(URI.create("mailto:" + entry.attendee()));
            // She chose the hour herself: her calendar has nothing to ask or to answer.
            attendee.add(CuType.INDIVIDUAL);
            attendee.add(Role.REQ_PARTICIPANT);
            attendee.add(PartStat.ACCEPTED);
            attendee.add(Rsvp.FALSE);
            event.add(attendee);
        }
    }

    private static VAlarm alarm(Duration before, String text) {
        var alarm = new VAlarm(before.negated());
        alarm.add(new Action("DISPLAY"));
        alarm.add(new Description(text));
        return alarm;
    }

    /** Paris time; the hour that October has twice only UTC can tell apart. */
    private static Temporal local(Instant instant) {
        var paris = instant.atZone(Paris.ZONE);
        boolean twice =
                Paris.ZONE.getRules().getValidOffsets(paris.toLocalDateTime()).size() > 1;
        return twice ? instant : paris;
    }

    private static VTimeZone zone() {
        try {
            return (VTimeZone) new CalendarBuilder()
                    .build(new StringReader(ZONE.replace("\n", "\r\n")))
                    .getComponents()
                    .getFirst();
        } catch (IOException | ParserException e) {
            throw new IllegalStateException(e);
        }
    }
}
