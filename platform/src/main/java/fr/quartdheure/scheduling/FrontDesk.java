package fr.quartdheure.scheduling;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Occupations.ResourceKind;
import fr.quartdheure.scheduling.Placing.Place;
import fr.quartdheure.scheduling.Placing.Placed;
import fr.quartdheure.scheduling.Placing.Taker;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a secretary does with a slot and a patient she knows, in one step, and how the day goes on from there. */
@Component
public class FrontDesk {

    private static final int ALTERNATIVES = 3;

    private final Slots slots;
    private final Appointments appointments;
    private final Placing placing;
    private final Services services;
    private final Patients patients;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FrontDesk(
            Slots slots,
            Appointments appointments,
            Placing placing,
            Services services,
            Patients patients,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.slots = slots;
        this.appointments = appointments;
        this.placing = placing;
        this.services = services;
        this.patients = patients;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    /** Books practitioner, room and patient in one act. The slot may be one that the public does not see. */
    @Transactional
    public Booking book(UUID slotId, UUID patientId, String reason) {
        var found = slots.find(slotId).filter(slot -> slot.end().isAfter(clock.instant()));
        if (found.isEmpty()) {
            return new Booking.NotBookable();
        }
        Slot slot = found.get();
        Reason why = services.find(slot.service())
                .flatMap(service -> service.reason(reason))
                .orElseThrow(() -> new IllegalArgumentException(slot.service() + " has no reason \"" + reason + "\""));
        return placing.find(slot, why, patientId)
                .map(place -> take(place, patientId))
                .orElseGet(() -> taken(slot));
    }

    private Booking take(Place place, UUID patientId) {
        return switch (placing.place(place, Taker.booking(patientId, clock.instant()))) {
            case Placed.Kept kept -> booked(kept.appointment(), patientId);
            case Placed.Missing missing ->
                missing.kinds().equals(Set.of(ResourceKind.PATIENT)) ? new Booking.PatientBusy() : taken(place.slot());
        };
    }

    private Booking taken(Slot slot) {
        return new Booking.Taken(slots.listAlternatives(slot, clock.instant(), ALTERNATIVES));
    }

    private Booking booked(Appointment appointment, UUID patientId) {
        sites.find(appointment.siteId()).ifPresent(site -> patients.know(patientId, site.organizationId()));
        events.publishEvent(Trace.of("book", "patient", patientId));
        events.publishEvent(new AppointmentBooked(appointment.id()));
        events.publishEvent(new AgendaChanged(appointment.siteId()));
        return new Booking.Booked(appointment);
    }

    /** One step of the day: arrived, in consultation, done, missed, or a step back. False when it is not possible. */
    @Transactional
    public boolean advance(UUID appointmentId, AppointmentStatus to) {
        var found = appointments.find(appointmentId);
        if (found.isEmpty() || !found.get().status().next().contains(to)) {
            return false;
        }
        Appointment appointment = found.get();
        boolean done = appointments.advance(appointmentId, appointment.status(), to, clock.instant());
        UUID patient = appointment.patientId();
        if (done && patient != null) {
            events.publishEvent(Trace.of(to.code(), "patient", patient));
            events.publishEvent(new AppointmentAdvanced(appointmentId));
            events.publishEvent(new AgendaChanged(appointment.siteId()));
        }
        return done;
    }
}
