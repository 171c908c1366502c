package fr.quartdheure.notice;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appointments as calendar files. */
@Component
public class Calendars {

    private static final Duration REMINDER = Duration.ofHours(24);

    private final Sites sites;
    private final Practitioners practitioners;
    private final Composer composer;
    private final MailSettings settings;
    private final Clock clock;

    Calendars(Sites sites, Practitioners practitioners, Composer composer, MailSettings settings, Clock clock) {
        this.sites = sites;
        this.practitioners = practitioners;
        this.composer = composer;
        this.settings = settings;
        this.clock = clock;
    }

    /** The text of a file to download. */
    public String file(Appointment appointment, String link) {
        return calendar(appointment, link, null).text();
    }

    /** Where no mail is set up, as in a demonstration, nobody invites: the file is then as one that is downloaded. */
    CalendarFile invitation(Appointment appointment, String link, String attendee) {
        return calendar(appointment, link, settings.from().isBlank() ? null : attendee);
    }

    /** Several appointments in one file, to be added at once. */
    CalendarFile all(List<Appointment> appointments, String link) {
        return CalendarFile.of(appointments.stream()
                .map(appointment -> entry(appointment, link, null))
                .toList());
    }

    private CalendarFile calendar(Appointment appointment, String link, @Nullable String attendee) {
        return CalendarFile.of(entry(appointment, link, attendee));
    }

    private CalendarEntry entry(Appointment appointment, String link, @Nullable String attendee) {
        Site site = sites.find(appointment.siteId()).orElseThrow();
        String who = practitioners
                .find(appointment.practitionerId())
                .map(Practitioner::displayName)
                .orElse("");
        String line = site.address().line();
        return new CalendarEntry(
                appointment.id(),
                appointment.sequence(),
                appointment.status() == AppointmentStatus.CANCELLED,
                appointment.start(),
                appointment.end(),
                clock.instant(),
                composer.say("notice.calendar.summary", who),
                site.name() + (line == null ? "" : ", " + line) + ", "
                        + site.address().town(),
                composer.say("notice.calendar.text", link),
                URI.create(link),
                attendee == null ? null : settings.from(),
                attendee,
                REMINDER);
    }
}
