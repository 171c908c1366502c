package fr.quartdheure.waitlist;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentCancelled;
import fr.quartdheure.scheduling.AppointmentMoved;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Moving;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.scheduling.TimeFreed;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking to be told of an earlier hour, and answering when one is offered. */
@Component
public class Waitlist {

    private final Wishes wishes;
    private final Offers offers;
    private final Offering offering;
    private final FreedSlots freed;
    private final Appointments appointments;
    private final Patients patients;
    private final Changes changes;
    private final Slots slots;
    private final TransactionTemplate attempt;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Waitlist(
            Wishes wishes,
            Offers offers,
            Offering offering,
            FreedSlots freed,
            Appointments appointments,
            Patients patients,
            Changes changes,
            Slots slots,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.wishes = wishes;
        this.offers = offers;
        this.offering = offering;
        this.freed = freed;
        this.appointments = appointments;
        this.patients = patients;
        this.changes = changes;
        this.slots = slots;
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.events = events;
        this.clock = clock;
    }

    /** What came of asking. */
    public enum Asking {
        WAITING,
        /** The appointment is over, begun or cancelled. */
        NOT_BOOKED,
        /** Nobody could be told: the person left neither an address nor a mobile number. */
        NO_CONTACT
    }

    /**
     * Asks for an earlier hour, or changes under which conditions.
     *
     * @param samePractitioner whether only hours of the same practitioner are wanted
     * @param noticeMinutes how long the person needs to be there, 30 to 10,080
     */
    @Transactional
    public Asking ask(UUID appointmentId, boolean samePractitioner, int noticeMinutes) {
        if (noticeMinutes < Wish.LEAST_NOTICE || noticeMinutes > Wish.LONGEST_NOTICE) {
            throw new IllegalArgumentException("notice of " + noticeMinutes + " minutes is not between "
                    + Wish.LEAST_NOTICE + " and " + Wish.LONGEST_NOTICE);
        }
        Appointment appointment = appointments.find(appointmentId).orElse(null);
        if (appointment == null
                || appointment.status() != AppointmentStatus.BOOKED
                || !appointment.start().isAfter(clock.instant())) {
            return Asking.NOT_BOOKED;
        }
        UUID patientId = appointment.patientId();
        if (patientId == null
                || patients.find(patientId).filter(Waitlist::canBeTold).isEmpty()) {
            return Asking.NO_CONTACT;
        }
        wishes.put(
                new Wish(
                        UUID.randomUUID(),
                        appointmentId,
                        patientId,
                        appointment.siteId(),
                        appointment.service(),
                        samePractitioner ? appointment.practitionerId() : null,
                        noticeMinutes,
                        appointment.start(),
                        0,
                        clock.instant()),
                appointment.mode().code());
        events.publishEvent(Trace.of("wait", "patient", patientId));
        return Asking.WAITING;
    }

    private static boolean canBeTold(Patient patient) {
        return patient.email() != null || patient.phone() != null;
    }

    /** Takes somebody off the list; an hour she was asked about goes to the next. False when she was not on it. */
    @Transactional
    public boolean withdraw(UUID appointmentId) {
        Optional<Wish> wish = wishes.findOfAppointment(appointmentId);
        wish.ifPresent(one -> {
            end(one, "withdrawn");
            wishes.remove(appointmentId);
            events.publishEvent(Trace.of("wait-end", "patient", one.patientId()));
        });
        return wish.isPresent();
    }

    /** @param urgency 0 to 3, on a professional's word */
    @Transactional
    public void setUrgency(UUID wishId, int urgency) {
        if (urgency < 0 || urgency > Wish.MOST_URGENT) {
            throw new IllegalArgumentException("urgency " + urgency + " is not between 0 and " + Wish.MOST_URGENT);
        }
        wishes.find(wishId).ifPresent(wish -> {
            wishes.setUrgency(wishId, urgency);
            events.publishEvent(Trace.of("wait-urgency", "patient", wish.patientId()));
        });
    }

    /** Moves the appointment to the hour offered to it. */
    @Transactional
    public Answer accept(UUID appointmentId) {
        Offer offer = openOffer(appointmentId).orElse(null);
        if (offer == null) {
            return new Answer.TooLate();
        }
        return switch (Objects.requireNonNull(attempt.execute(status -> move(appointmentId, offer, status)))) {
            case Moving.Moved moved -> {
                wishes.remove(appointmentId);
                yield new Answer.Taken(moved.appointment());
            }
            case Moving.PatientBusy _busy -> {
                passOn(offer, "accepted");
                yield new Answer.Busy();
            }
            case Moving.Taken _taken -> lost(offer);
            case Moving.TooLate _late -> lost(offer);
            case Moving.NotBookable _gone -> lost(offer);
            case Moving.NotActive _over -> lost(offer);
        };
    }

    /**
     * The agenda first and the offer after it, as whoever cancels the appointment does: the other way round the two
     * would wait for each other. An offer that ended meanwhile takes the move back.
     */
    private Moving move(UUID appointmentId, Offer offer, TransactionStatus status) {
        Moving moving = changes.moveToReserved(appointmentId, offer.holdId());
        if (moving instanceof Moving.Moved && !offers.end(offer.id(), "accepted")) {
            status.setRollbackOnly();
            return new Moving.NotActive();
        }
        return moving;
    }

    private Answer lost(Offer offer) {
        passOn(offer, "accepted");
        return new Answer.TooLate();
    }

    private void passOn(Offer offer, String state) {
        if (offers.end(offer.id(), state)) {
            offering.passOn(offer);
        }
    }

    /** The next in turn is asked at once. */
    @Transactional
    public Answer decline(UUID appointmentId) {
        return openOffer(appointmentId)
                .filter(offer -> offers.end(offer.id(), "declined"))
                .<Answer>map(offer -> {
                    offering.passOn(offer);
                    return new Answer.Declined();
                })
                .orElseGet(Answer.TooLate::new);
    }

    /** What is offered to this appointment, until when. */
    public Optional<Offer> openOffer(UUID appointmentId) {
        return wishes.findOfAppointment(appointmentId)
                .flatMap(wish -> offers.findOpen(wish.id()))
                .filter(offer -> offer.expiresAt().isAfter(clock.instant()));
    }

    @EventListener
    void on(TimeFreed time) {
        slots
                .listOfPractitioner(
                        time.practitionerId(),
                        time.period().start(),
                        time.period().end())
                .stream()
                .filter(slot -> slot.siteId().equals(time.siteId()) && slot.free() && wishes.isAwaited(slot))
                .forEach(slot -> freed.add(slot.id(), null, clock.instant()));
    }

    @EventListener
    void on(AppointmentCancelled cancelled) {
        wishes.findOfAppointment(cancelled.appointmentId()).ifPresent(wish -> {
            end(wish, "withdrawn");
            wishes.remove(cancelled.appointmentId());
        });
    }

    @EventListener
    void on(AppointmentMoved moved) {
        appointments.find(moved.appointmentId()).ifPresent(appointment -> {
            wishes.follow(appointment.id(), appointment.start());
            wishes.findOfAppointment(appointment.id())
                    .flatMap(wish -> offers.findOpen(wish.id()))
                    .filter(offer -> isNoLongerEarlier(offer, appointment))
                    .ifPresent(offer -> passOn(offer, "withdrawn"));
        });
    }

    private boolean isNoLongerEarlier(Offer offer, Appointment appointment) {
        return !offer.slotId().equals(appointment.slotId())
                && slots.find(offer.slotId())
                        .filter(slot -> slot.start().isBefore(appointment.start()))
                        .isEmpty();
    }

    private void end(Wish wish, String state) {
        offers.findOpen(wish.id()).ifPresent(offer -> passOn(offer, state));
    }
}
