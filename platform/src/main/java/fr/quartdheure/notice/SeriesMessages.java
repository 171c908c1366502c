package fr.quartdheure.notice;

import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.SeriesBooked;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells all the dates of a series in one message. */
@Component
class SeriesMessages {

    private final Appointments appointments;
    private final PatientLetters letters;
    private final Calendars calendars;
    private final Outbox outbox;

    SeriesMessages(Appointments appointments, PatientLetters letters, Calendars calendars, Outbox outbox) {
        this.appointments = appointments;
        this.letters = letters;
        this.calendars = calendars;
        this.outbox = outbox;
    }

    @EventListener
    void on(SeriesBooked booked) {
        List<Appointment> all = appointments.listOfSeries(booked.seriesId());
        Appointment first = all.getFirst();
        String dates =
                all.stream().map(one -> "- " + letters.moment(one.start())).collect(Collectors.joining("\n"));
        letters.about("series", first, first, List.of(String.valueOf(all.size()), dates))
                .map(letter -> letter.isMail()
                        ? letter.draft().withCalendar(calendars.all(all, letter.link()))
                        : letter.draft())
                .ifPresent(outbox::put);
    }
}
