package fr.quartdheure.roster;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.SignedIn;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.roster.Reoffer.State;
import fr.quartdheure.roster.RuleEditing.Decision;
import fr.quartdheure.scheduling.Absence;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentCancelled;
import fr.quartdheure.scheduling.AppointmentMoved;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Changes.By;
import fr.quartdheure.scheduling.Moving;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody cannot come: in one act her free hours close, and everybody who is booked is offered others. Nothing is
 * cancelled: an appointment stands until another hour is taken for it.
 */
@Component
public class Recalling {

    private final RuleEditing editing;
    private final AgendaEditions editions;
    private final Recalls recalls;
    private final OtherHours otherHours;
    private final Appointments appointments;
    private final Patients patients;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recalling(
            RuleEditing editing,
            AgendaEditions editions,
            Recalls recalls,
            OtherHours otherHours,
            Appointments appointments,
            Patients patients,
            Changes changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.editing = editing;
        this.editions = editions;
        this.recalls = recalls;
        this.otherHours = otherHours;
        this.appointments = appointments;
        this.patients = patients;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who and when.
     *
     * @param sites whose appointments are offered other hours; those elsewhere stay for their own secretaries
     */
    public record Who(UUID organizationId, Set<UUID> sites, UUID practitionerId, Period period) {}

    /** Everybody booked then, with what would be proposed; nothing is done. */
    public Map<Appointment, List<Slot>> look(Who who) {
        List<Appointment> booked = booked(who, true);
        Map<UUID, List<Slot>> hours = otherHours.of(booked, who.period());
        var planned = new LinkedHashMap<Appointment, List<Slot>>();
        booked.forEach(one -> planned.put(one, hours.getOrDefault(one.id(), List.of())));
        return planned;
    }

    /** How many are booked at other sites. */
    public int countElsewhere(Who who) {
        return booked(who, false).size();
    }

    private List<Appointment> booked(Who who, boolean here) {
        Instant now = clock.instant();
        return appointments
                .listOfPractitioner(
                        who.practitionerId(), who.period().start(), who.period().end())
                .stream()
                .filter(one -> one.status() == AppointmentStatus.BOOKED
                        && one.start().isAfter(now)
                        && who.sites().contains(one.siteId()) == here)
                .toList();
    }

    /** The recall, or empty when somebody changed this agenda at the same time: nothing was done then. */
    @Transactional
    public Optional<Recall> recall(Who who) {
        var absence = new Absence(UUID.randomUUID(), who.practitionerId(), who.period(), "sick");
        if (!done(who.practitionerId(), "away", AgendaChange.away(List.of(absence)))) {
            return Optional.empty();
        }
        var recall = new Recall(
                UUID.randomUUID(),
                who.organizationId(),
                who.practitionerId(),
                absence.id(),
                who.period(),
                CurrentAccount.find().map(SignedIn::name).orElse(""),
                clock.instant(),
                null);
        recalls.add(recall);
        look(who).forEach((one, hours) -> ask(recall, one, hours));
        return Optional.of(recall);
    }

    private boolean done(UUID practitionerId, String kind, AgendaChange change) {
        var decision = new Decision(kind, change, editions.of(practitionerId), Map.of());
        return editing.save(Subject.practitioner(practitionerId), decision) instanceof Saving.Saved;
    }

    private void ask(Recall recall, Appointment one, List<Slot> hours) {
        if (recalls.findOpen(one.id()).isPresent()) {
            return;
        }
        boolean told = Optional.ofNullable(one.patientId())
                .flatMap(patients::find)
                .filter(Recalling::canBeTold)
                .isPresent();
        var reoffer = new Reoffer(
                UUID.randomUUID(),
                recall.id(),
                one.id(),
                one.start(),
                told ? State.ASKED : State.UNREACHED,
                told ? clock.instant() : null,
                null);
        recalls.add(reoffer, hours.stream().map(Slot::id).toList());
        UUID patientId = one.patientId();
        if (patientId != null) {
            events.publishEvent(Trace.of("reoffer", "patient", patientId));
        }
        if (told) {
            events.publishEvent(new ReofferMade(reoffer.id()));
        }
    }

    private static boolean canBeTold(Patient patient) {
        return patient.email() != null || patient.phone() != null;
    }

    /** Takes one of the hours proposed; when somebody was faster, others stand in its place. */
    @Transactional
    public Taking take(UUID reofferId, UUID slotId) {
        Optional<Reoffer> open =
                recalls.findReoffer(reofferId).filter(one -> one.state().isOpen());
        if (open.isEmpty() || !recalls.hours(reofferId).contains(slotId)) {
            return open.isEmpty() ? new Taking.Over() : renewed(open.get());
        }
        return switch (changes.move(open.get().appointmentId(), slotId, By.FRONT_DESK)) {
            case Moving.Moved moved -> new Taking.Taken(moved.appointment());
            case Moving.PatientBusy _busy -> new Taking.Busy();
            case Moving.Taken _taken -> renewed(open.get());
            case Moving.NotBookable _gone -> renewed(open.get());
            case Moving.TooLate _late -> new Taking.Over();
            case Moving.NotActive _over -> new Taking.Over();
        };
    }

    /** Looks again for hours; what was proposed may be gone. */
    @Transactional
    public void renew(UUID reofferId) {
        recalls.findReoffer(reofferId).filter(one -> one.state().isOpen()).ifPresent(this::renewed);
    }

    private Taking renewed(Reoffer reoffer) {
        Recall recall = recalls.find(reoffer.recallId()).orElseThrow();
        appointments.find(reoffer.appointmentId()).ifPresent(one -> {
            List<Slot> hours = otherHours.of(List.of(one), recall.period()).getOrDefault(one.id(), List.of());
            recalls.propose(reoffer.id(), hours.stream().map(Slot::id).toList());
        });
        return new Taking.Gone();
    }

    /** None of the hours suits: she is called. False when it had ended. */
    @Transactional
    public boolean refuse(UUID reofferId) {
        return recalls.end(reofferId, State.CALL, clock.instant());
    }

    /**
     * The practitioner can come after all: her hours open again; everybody who has not moved keeps hers and is told.
     * Who moved stays where she is now. False when it was undone before, or the agenda changed at the same time.
     */
    @Transactional
    public boolean undo(UUID recallId) {
        Recall recall = recalls.find(recallId).orElseThrow();
        var absence = new Absence(recall.absenceId(), recall.practitionerId(), recall.period(), "sick");
        if (recall.undoneAt() != null
                || !done(recall.practitionerId(), "back", AgendaChange.back(List.of(absence)))
                || !recalls.undo(recallId, clock.instant())) {
            return false;
        }
        for (Reoffer one : recalls.listReoffers(recallId)) {
            if (recalls.end(one.id(), State.KEPT, clock.instant()) && one.toldAt() != null) {
                events.publishEvent(new ReofferWithdrawn(one.id()));
            }
        }
        return true;
    }

    @EventListener
    void on(AppointmentMoved moved) {
        end(moved.appointmentId(), State.MOVED);
    }

    @EventListener
    void on(AppointmentCancelled cancelled) {
        end(cancelled.appointmentId(), State.CANCELLED);
    }

    private void end(UUID appointmentId, State state) {
        recalls.findOpen(appointmentId).map(Reoffer::id).ifPresent(id -> recalls.end(id, state, clock.instant()));
    }
}
