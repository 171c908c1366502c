package fr.quartdheure.scheduling;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Occupations.ResourceKind;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moving and cancelling what is booked: by its owner up to the site's cut-off, by the front desk at any time. */
@Component
public class Changes {

    private static final int ALTERNATIVES = 3;

    private final Appointments appointments;
    private final Slots slots;
    private final Occupations occupations;
    private final Participants participants;
    private final Overbookings overbookings;
    private final Expiry expiry;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Changes(
            Appointments appointments,
            Slots slots,
            Occupations occupations,
            Participants participants,
            Overbookings overbookings,
            Expiry expiry,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.slots = slots;
        this.occupations = occupations;
        this.participants = participants;
        this.overbookings = overbookings;
        this.expiry = expiry;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    /** @param reason a code: "patient", "practitioner", "mistake", "other" */
    @Transactional
    public Cancelling cancel(UUID appointmentId, String reason, By by) {
        var found = appointments.find(appointmentId);
        if (found.isEmpty() || !found.get().isActive()) {
            return new Cancelling.NotActive();
        }
        Appointment appointment = found.get();
        if (by == By.OWNER && isTooLate(appointment)) {
            return new Cancelling.TooLate(cutoffHours(appointment));
        }
        occupations.lock(participants.resourcesOf(appointment));
        if (hasMoved(appointment) || !appointments.cancel(appointmentId, reason, clock.instant())) {
            return new Cancelling.NotActive();
        }
        occupations.release(appointmentId);
        overbookings.settle(appointment);
        trace("cancel", appointment);
        events.publishEvent(new AppointmentCancelled(appointmentId));
        events.publishEvent(TimeFreed.of(appointment));
        events.publishEvent(new AgendaChanged(appointment.siteId()));
        return new Cancelling.Cancelled(appointments.find(appointmentId).orElseThrow());
    }

    /** Takes a cancellation back, as long as nobody else has the time. */
    @Transactional
    public Moving reinstate(UUID appointmentId) {
        Appointment appointment = appointments
                .find(appointmentId)
                .filter(one -> one.status() == AppointmentStatus.CANCELLED)
                .filter(one -> one.end().isAfter(clock.instant()))
                .orElse(null);
        if (appointment == null) {
            return new Moving.NotActive();
        }
        var wanted = participants.resourcesOf(appointment);
        expiry.lockAndEnd(wanted, appointment.period(), expiry.listStale(appointment.period(), wanted));
        var conflicts = occupations.conflicts(appointment.id(), appointment.period(), wanted);
        if (!conflicts.isEmpty()) {
            return conflicts.equals(Set.of(ResourceKind.PATIENT))
                    ? new Moving.PatientBusy()
                    : new Moving.Taken(slots.listAlternatives(appointment, clock.instant(), ALTERNATIVES));
        }
        if (hasMoved(appointment) || !appointments.reinstate(appointmentId)) {
            return new Moving.NotActive();
        }
        occupations.take(appointmentId, appointment.period(), wanted);
        trace("reinstate", appointment);
        events.publishEvent(new AppointmentBooked(appointmentId));
        events.publishEvent(new AgendaChanged(appointment.siteId()));
        return new Moving.Moved(appointments.find(appointmentId).orElseThrow());
    }

    /**
     * Moves back to where it stood, at the length it had.
     *
     * @param slotId the slot that it left
     */
    @Transactional
    public Moving moveBack(UUID appointmentId, UUID slotId, Duration length) {
        var found = appointments.find(appointmentId).filter(one -> one.status() == AppointmentStatus.BOOKED);
        if (found.isEmpty()) {
            return new Moving.NotActive();
        }
        return slots.find(slotId)
                .filter(slot -> isBookable(slot, found.get(), By.FRONT_DESK))
                .map(slot -> moveTo(slot, slot.start().plus(length), found.get(), List.of()))
                .orElseGet(Moving.NotBookable::new);
    }

    /** Moves to a slot of the same service; the old time is given up only when the new one is taken. */
    @Transactional
    public Moving move(UUID appointmentId, UUID slotId, By by) {
        var found = appointments.find(appointmentId);
        if (found.isEmpty() || found.get().status() != AppointmentStatus.BOOKED) {
            return new Moving.NotActive();
        }
        Appointment appointment = found.get();
        if (by == By.OWNER && isTooLate(appointment)) {
            return new Moving.TooLate(cutoffHours(appointment));
        }
        return slots.find(slotId)
                .filter(slot -> isBookable(slot, appointment, by))
                .map(slot -> moveTo(slot, appointment, List.of()))
                .orElseGet(Moving.NotBookable::new);
    }

    /** Moves to the slot that was reserved for it; the hold ends with it. */
    @Transactional
    public Moving moveToReserved(UUID appointmentId, UUID holdId) {
        var found = appointments.find(appointmentId);
        var hold = appointments.find(holdId).filter(one -> one.status() == AppointmentStatus.HELD);
        if (found.isEmpty() || found.get().status() != AppointmentStatus.BOOKED) {
            return new Moving.NotActive();
        }
        return hold.flatMap(one -> Optional.ofNullable(one.slotId()))
                .flatMap(slots::find)
                .filter(slot -> isBookable(slot, found.get(), By.FRONT_DESK))
                .map(slot -> moveTo(slot, found.get(), List.of(hold.get())))
                .orElseGet(Moving.NotBookable::new);
    }

    /** @param reserved holds that end with the move */
    private Moving moveTo(Slot slot, Appointment appointment, List<Appointment> reserved) {
        Instant end = slot.start()
                .plus(longest(appointment.period().length(), slot.period().length()));
        return moveTo(slot, end, appointment, reserved);
    }

    private Moving moveTo(Slot slot, Instant end, Appointment appointment, List<Appointment> reserved) {
        Period period = new Period(slot.start(), end);
        var wanted = new ArrayList<>(Resource.of(slot.practitionerId(), slot.roomId(), appointment.personKey()));
        wanted.addAll(participants.moreOf(appointment.id()));
        lockBoth(appointment, period, wanted, reserved);
        if (hasMoved(appointment)) {
            return new Moving.NotActive();
        }
        var conflicts = occupations.conflicts(appointment.id(), period, wanted);
        if (!conflicts.isEmpty() || period.end().isAfter(slot.windowEnd())) {
            return refused(conflicts, slot);
        }
        if (!appointments.move(appointment.id(), slot, end)) {
            return new Moving.NotActive();
        }
        occupations.release(appointment.id());
        occupations.take(appointment.id(), period, wanted);
        overbookings.settle(appointment);
        trace("move", appointment);
        events.publishEvent(new AppointmentMoved(appointment.id()));
        events.publishEvent(TimeFreed.of(appointment));
        events.publishEvent(new AgendaChanged(appointment.siteId()));
        if (!slot.siteId().equals(appointment.siteId())) {
            events.publishEvent(new AgendaChanged(slot.siteId()));
        }
        return new Moving.Moved(appointments.find(appointment.id()).orElseThrow());
    }

    private void lockBoth(Appointment appointment, Period period, List<Resource> wanted, List<Appointment> reserved) {
        var stale = new ArrayList<>(expiry.listStale(period, wanted));
        reserved.stream().filter(hold -> !stale.contains(hold)).forEach(stale::add);
        var all = new ArrayList<>(wanted);
        all.addAll(Resource.of(appointment));
        stale.forEach(hold -> all.addAll(Resource.of(hold)));
        occupations.lock(all);
        var whole =
                stale.stream().map(Appointment::period).reduce(period.spanning(appointment.period()), Period::spanning);
        occupations.lockSlots(whole, all);
        stale.forEach(expiry::expire);
    }

    /**
     * Whether somebody else moved it, or merged its patient, before its resources were locked: what is locked is then
     * no longer its own.
     */
    private boolean hasMoved(Appointment appointment) {
        return appointments
                .find(appointment.id())
                .filter(now -> now.sequence() == appointment.sequence())
                .filter(now -> Objects.equals(now.personKey(), appointment.personKey()))
                .isEmpty();
    }

    private Moving refused(Set<ResourceKind> conflicts, Slot slot) {
        return conflicts.equals(Set.of(ResourceKind.PATIENT))
                ? new Moving.PatientBusy()
                : new Moving.Taken(slots.listAlternatives(slot, clock.instant(), ALTERNATIVES));
    }

    private boolean isBookable(Slot slot, Appointment appointment, By by) {
        Instant now = clock.instant();
        return slot.service().equals(appointment.service())
                && slot.end().isAfter(now)
                && (by == By.FRONT_DESK
                        || (slot.online()
                                && !slot.bookableFrom().isAfter(now)
                                && slot.start().isAfter(now)));
    }

    private boolean isTooLate(Appointment appointment) {
        Instant cutoff = appointment.start().minus(Duration.ofHours(cutoffHours(appointment)));
        return clock.instant().isAfter(cutoff);
    }

    private int cutoffHours(Appointment appointment) {
        return sites.find(appointment.siteId()).orElseThrow().cancelCutoffHours();
    }

    private void trace(String act, Appointment appointment) {
        UUID patient = appointment.patientId();
        if (patient != null) {
            events.publishEvent(Trace.of(act, "patient", patient));
        }
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** On whose word. */
    public enum By {
        OWNER,
        FRONT_DESK
    }
}
