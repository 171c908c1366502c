package fr.quartdheure.scheduling;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Occupations.ResourceKind;
import fr.quartdheure.scheduling.Placing.Place;
import fr.quartdheure.scheduling.Placing.Placed;
import fr.quartdheure.scheduling.Placing.Taker;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Participants participants;
    private final Overbookings overbookings;
    private final Expiry expiry;
    private final Services services;
    private final Patients patients;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FrontDesk(
            Slots slots,
            Appointments appointments,
            Placing placing,
            Participants participants,
            Overbookings overbookings,
            Expiry expiry,
            Services services,
            Patients patients,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.slots = slots;
        this.appointments = appointments;
        this.placing = placing;
        this.participants = participants;
        this.overbookings = overbookings;
        this.expiry = expiry;
        this.services = services;
        this.patients = patients;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    /** Books practitioner, room and patient in one act. The slot may be one that the public does not see. */
    @Transactional
    public Booking book(UUID slotId, UUID patientId, String reason) {
        return book(slotId, patientId, reason, List.of());
    }

    /** @param more who and what it takes besides; all of it is free or nothing is booked */
    @Transactional
    public Booking book(UUID slotId, UUID patientId, String reason, List<Extra> more) {
        var taker = Taker.booking(patientId, clock.instant());
        return book(slotId, taker, patientId, reason, more);
    }

    /** The same act when other software asks for it: what is booked says so. */
    @Transactional
    public Booking bookByClient(UUID slotId, UUID patientId, String reason) {
        return book(slotId, Taker.byClient(patientId, clock.instant()), patientId, reason, List.of());
    }

    private Booking book(UUID slotId, Taker taker, UUID patientId, String reason, List<Extra> more) {
        Slot slot = findToCome(slotId);
        if (slot == null) {
            return new Booking.NotBookable();
        }
        var extras = more.stream().map(Extra::resource).toList();
        return placing.findWith(slot, reason(slot, reason), resources(slot, patientId, extras))
                .map(place -> take(place, taker, patientId, extras))
                .orElseGet(() -> taken(slot));
    }

    /**
     * Books beside whatever stands there. What comes free later becomes its own.
     *
     * @param because code of the reason that the secretary gave
     */
    @Transactional
    public Booking overbook(UUID slotId, UUID patientId, String reason, String because) {
        Slot slot = findToCome(slotId);
        if (slot == null) {
            return new Booking.NotBookable();
        }
        Place place = Placing.anyway(slot, reason(slot, reason), resources(slot, patientId, List.of()));
        expiry.lockAndEnd(place.resources(), place.period(), expiry.listStale(place.period(), place.resources()));
        return switch (placing.place(place, Taker.overbooking(patientId, clock.instant(), because))) {
            case Placed.Kept kept -> {
                events.publishEvent(Trace.of("overbook", "patient", patientId).because(because));
                yield booked(kept.appointment(), patientId);
            }
            case Placed.Missing _missing -> throw new IllegalStateException("an overbooking cannot miss anything");
        };
    }

    /** All that stands where this appointment would: what the secretary decides over. Empty: it can just be booked. */
    public List<Conflict> conflicts(Slot slot, UUID patientId, String reason) {
        Place place = Placing.anyway(slot, reason(slot, reason), resources(slot, patientId, List.of()));
        var all = new ArrayList<>(overbookings.listInTheWay(place.period(), place.resources()));
        if (place.period().end().isAfter(slot.windowEnd())) {
            var after = new Period(slot.windowEnd(), place.period().end());
            all.add(new Conflict(Conflict.Kind.WINDOW, null, after));
        }
        return all;
    }

    private @Nullable Slot findToCome(UUID slotId) {
        return slots.find(slotId)
                .filter(slot -> slot.end().isAfter(clock.instant()))
                .orElse(null);
    }

    private static List<Resource> resources(Slot slot, UUID patientId, List<Resource> more) {
        var all = new ArrayList<>(Resource.of(slot.practitionerId(), slot.roomId(), patientId));
        all.addAll(more);
        return all;
    }

    private Reason reason(Slot slot, String reason) {
        return services.find(slot.service())
                .flatMap(service -> service.reason(reason))
                .orElseThrow(() -> new IllegalArgumentException(slot.service() + " has no reason \"" + reason + "\""));
    }

    private Booking take(Place place, Taker taker, UUID patientId, List<Resource> more) {
        return switch (placing.place(place, taker)) {
            case Placed.Kept kept -> {
                participants.add(kept.appointment().id(), more);
                yield booked(kept.appointment(), patientId);
            }
            case Placed.Missing missing ->
                missing.kinds().equals(Set.of(ResourceKind.PATIENT)) ? new Booking.PatientBusy() : taken(place.slot());
        };
    }

    private Booking taken(Slot slot) {
        return new Booking.Taken(slots.listAlternatives(slot, clock.instant(), ALTERNATIVES));
    }

    private Booking booked(Appointment appointment, UUID patientId) {
        events.publishEvent(new AppointmentBooked(appointment.id()));
        return entered(appointment, patientId);
    }

    /** What every booking at the desk leaves behind it, however its patient is told. */
    Booking entered(Appointment appointment, UUID patientId) {
        sites.find(appointment.siteId()).ifPresent(site -> patients.know(patientId, site.organizationId()));
        events.publishEvent(Trace.of("book", "patient", patientId));
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

    /** Somebody or something that an appointment takes besides its practitioner, room and patient. */
    public record Extra(Participant.Kind kind, UUID id) {

        Resource resource() {
            return new Resource(ResourceKind.of(kind.name()), id);
        }
    }
}
