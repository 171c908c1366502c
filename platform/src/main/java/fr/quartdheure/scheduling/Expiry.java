package fr.quartdheure.scheduling;

import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends holds and unconfirmed bookings whose time is over; their slots are free again within seconds. */
@Component
class Expiry {

    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final Appointments appointments;
    private final Occupations occupations;
    private final Patients patients;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Expiry(
            Appointments appointments,
            Occupations occupations,
            Patients patients,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.occupations = occupations;
        this.patients = patients;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        for (Appointment expired : appointments.listExpired(clock.instant())) {
            transaction.executeWithoutResult(status -> {
                occupations.lock(Resource.of(expired));
                expire(expired);
            });
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        appointments.forgetExpired(clock.instant().minus(REMEMBERED));
    }

    /** Holds that ran out in this period and that the sweep has not yet come by. */
    List<Appointment> listStale(Period period, List<Resource> resources) {
        return occupations.listStale(period, resources, clock.instant()).stream()
                .flatMap(id -> appointments.find(id).stream())
                .toList();
    }

    /**
     * Locks these resources and ends these holds. All that both touch is locked at once: one after the other, two acts
     * could each wait for what the other has.
     */
    void lockAndEnd(List<Resource> resources, Period period, List<Appointment> stale) {
        var all = new ArrayList<>(resources);
        stale.forEach(hold -> all.addAll(Resource.of(hold)));
        occupations.lock(all);
        if (!stale.isEmpty()) {
            var whole = stale.stream().map(Appointment::period).reduce(period, Period::spanning);
            occupations.lockSlots(whole, all);
            stale.forEach(this::expire);
        }
    }

    /** With the resources locked: frees them, and forgets who was typed in. */
    void expire(Appointment appointment) {
        if (!appointments.expire(appointment.id())) {
            return;
        }
        occupations.release(appointment.id());
        UUID patientId = appointment.patientId();
        if (patientId != null) {
            patients.forgetProvisional(patientId);
        }
        events.publishEvent(new AgendaChanged(appointment.siteId()));
    }
}
