package fr.quartdheure.notice;

import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentBooked;
import fr.quartdheure.scheduling.AppointmentCancelled;
import fr.quartdheure.scheduling.AppointmentMoved;
import fr.quartdheure.scheduling.Appointments;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the patient that an appointment stands, has moved or will not take place; written in the act's transaction. */
@Component
class AppointmentMessages {

    private final Appointments appointments;
    private final PatientLetters letters;
    private final Calendars calendars;
    private final Outbox outbox;

    AppointmentMessages(Appointments appointments, PatientLetters letters, Calendars calendars, Outbox outbox) {
        this.appointments = appointments;
        this.letters = letters;
        this.calendars = calendars;
        this.outbox = outbox;
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
        letters.about(purpose, appointment)
                .map(letter -> letter.isMail() ? withCalendar(letter, appointment) : letter.draft())
                .ifPresent(outbox::put);
    }

    private Draft withCalendar(PatientLetters.Letter letter, Appointment appointment) {
        Draft draft = letter.draft();
        return draft.withCalendar(calendars.invitation(appointment, letter.link(), draft.recipient()));
    }
}
