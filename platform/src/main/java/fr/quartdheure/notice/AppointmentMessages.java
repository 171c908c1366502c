package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentBooked;
import fr.quartdheure.scheduling.AppointmentCancelled;
import fr.quartdheure.scheduling.AppointmentMoved;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.time.Paris;
import fr.quartdheure.web.PublicAddress;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the patient that an appointment stands, has moved or will not take place; written in the act's transaction. */
@Component
class AppointmentMessages {

    private final Appointments appointments;
    private final Patients patients;
    private final Sites sites;
    private final Practitioners practitioners;
    private final ManageTokens tokens;
    private final Calendars calendars;
    private final Composer composer;
    private final Outbox outbox;
    private final PublicAddress address;

    AppointmentMessages(
            Appointments appointments,
            Patients patients,
            Sites sites,
            Practitioners practitioners,
            ManageTokens tokens,
            Calendars calendars,
            Composer composer,
            Outbox outbox,
            PublicAddress address) {
        this.appointments = appointments;
        this.patients = patients;
        this.sites = sites;
        this.practitioners = practitioners;
        this.tokens = tokens;
        this.calendars = calendars;
        this.composer = composer;
        this.outbox = outbox;
        this.address = address;
    }

    @EventListener
    void on(AppointmentBooked booked) {
        tell("booked", booked.appointmentId());
    }

    @EventListener
    void on(AppointmentMoved moved) {
        tell("moved", moved.appointmentId());
    }

    @EventListener
    void on(AppointmentCancelled cancelled) {
        tell("cancelled", cancelled.appointmentId());
    }

    private void tell(String purpose, UUID appointmentId) {
        Appointment appointment = appointments.find(appointmentId).orElseThrow();
        UUID patientId = appointment.patientId();
        Optional<Patient> patient = patientId == null ? Optional.empty() : patients.find(patientId);
        patient.flatMap(one -> draft(purpose, appointment, one)).ifPresent(outbox::put);
    }

    /** E-mail first; nothing when a secretary booked somebody who left no contact. */
    private Optional<Draft> draft(String purpose, Appointment appointment, Patient patient) {
        Site site = sites.find(appointment.siteId()).orElseThrow();
        String who = practitioners
                .find(appointment.practitionerId())
                .map(Practitioner::displayName)
                .orElse("");
        String link = address.base() + "/manage#" + tokens.issue(appointment.id());
        String subject = composer.say("notice." + purpose + ".subject", moment(appointment));
        String email = patient.email();
        String phone = patient.phone();
        if (email != null) {
            String text = composer.letter(
                    "notice." + purpose + ".text", moment(appointment), who, place(site), phone(site), link);
            var draft = new Draft(purpose, appointment.id(), Channel.EMAIL, email, subject, text, null, null);
            return Optional.of(draft.withCalendar(calendars.invitation(appointment, link, email)));
        }
        if (phone != null) {
            String text = composer.sms("notice." + purpose + ".sms", moment(appointment), site.name(), link);
            return Optional.of(new Draft(purpose, appointment.id(), Channel.SMS, phone, subject, text, null, null));
        }
        return Optional.empty();
    }

    private String moment(Appointment appointment) {
        Locale locale = composer.locale();
        var start = appointment.start().atZone(Paris.ZONE);
        String hour = locale.equals(Locale.ENGLISH) ? "H:mm" : start.getMinute() == 0 ? "H 'h'" : "H 'h' mm";
        return composer.say(
                "layout.moment",
                DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(start),
                DateTimeFormatter.ofPattern(hour, locale).format(start));
    }

    private static String place(Site site) {
        String line = site.address().line();
        return site.name() + (line == null ? "" : ", " + line) + ", "
                + site.address().town();
    }

    private static String phone(Site site) {
        String phone = site.phone();
        return phone == null ? "" : phone;
    }
}
