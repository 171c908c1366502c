package fr.quartdheure.reception;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentAdvanced;
import fr.quartdheure.scheduling.AppointmentBooked;
import fr.quartdheure.scheduling.AppointmentMoved;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Settling;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the day of a site once everybody in it has an answer, and opens it again for whoever comes late: a closed day
 * never holds anybody of whom nothing is said.
 */
@Component
public class DayClosing {

    private static final Set<AppointmentStatus> OPEN =
            EnumSet.of(AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED, AppointmentStatus.IN_CONSULTATION);

    private final DayCloses closes;
    private final Settling settling;
    private final Appointments appointments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DayClosing(
            DayCloses closes,
            Settling settling,
            Appointments appointments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.closes = closes;
        this.settling = settling;
        this.appointments = appointments;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Closing close(UUID siteId, LocalDate day, Clerk clerk) {
        Instant now = clock.instant();
        if (day.isAfter(Paris.dayOf(now))) {
            return new Closing.NotYet();
        }
        closes.lock(siteId, day);
        List<Appointment> left = left(siteId, day);
        if (!left.isEmpty()) {
            return new Closing.Unsettled(left);
        }
        if (closes.put(siteId, day, now, clerk.name())) {
            events.publishEvent(Trace.of("close-day", "site", siteId).because(day.toString()));
        }
        return new Closing.Closed(closes.find(siteId, day).orElseThrow());
    }

    /** False when it was open. */
    @Transactional
    public boolean reopen(UUID siteId, LocalDate day) {
        boolean done = closes.remove(siteId, day);
        if (done) {
            events.publishEvent(Trace.of("reopen-day", "site", siteId).because(day.toString()));
        }
        return done;
    }

    /** Everybody without an answer, whether her hour has come or not. */
    public List<Appointment> left(UUID siteId, LocalDate day) {
        return settling.listUnsettled(siteId, Paris.startOf(day), Paris.startOf(day.plusDays(1)));
    }

    @EventListener
    void follow(AppointmentAdvanced change) {
        follow(change.appointmentId());
    }

    @EventListener
    void follow(AppointmentBooked change) {
        follow(change.appointmentId());
    }

    @EventListener
    void follow(AppointmentMoved change) {
        follow(change.appointmentId());
    }

    /** In the transaction of the change: a close at the same time waits for it, or is seen and undone by it. */
    private void follow(UUID appointmentId) {
        appointments
                .find(appointmentId)
                .filter(one -> OPEN.contains(one.status()))
                .ifPresent(one -> {
                    LocalDate day = Paris.dayOf(one.start());
                    if (!day.isAfter(Paris.dayOf(clock.instant()))) {
                        closes.lockShared(one.siteId(), day);
                        reopen(one.siteId(), day);
                    }
                });
    }
}
