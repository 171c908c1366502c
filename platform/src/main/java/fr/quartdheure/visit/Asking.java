package fr.quartdheure.visit;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.patient.Patients;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for visits, changes and cancels them. A visit that has begun stays as it is. */
@Component
public class Asking {

    public static final Set<String> CANCEL_REASONS = Set.of("patient", "hospital", "professional", "mistake", "other");

    private final VisitRequests requests;
    private final VisitDays days;
    private final VisitRounds rounds;
    private final Stops stops;
    private final PlanWriting writing;
    private final Patients patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Asking(
            VisitRequests requests,
            VisitDays days,
            VisitRounds rounds,
            Stops stops,
            PlanWriting writing,
            Patients patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.days = days;
        this.rounds = rounds;
        this.stops = stops;
        this.writing = writing;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /** @param patientIds who is to be seen, in order; at least one, no more than one at home */
    @Transactional
    public UUID ask(UUID organizationId, Wanted wanted, List<UUID> patientIds) {
        check(wanted, patientIds);
        UUID id = UUID.randomUUID();
        requests.add(id, organizationId, wanted, patientIds);
        patientIds.forEach(patient -> patients.know(patient, organizationId));
        events.publishEvent(Trace.of("ask-visit", "patient", patientIds));
        return id;
    }

    /** False when it has begun or was cancelled. On another day it leaves its round; else its round is shown anew. */
    @Transactional
    public boolean change(UUID requestId, Wanted wanted, List<UUID> patientIds) {
        check(wanted, patientIds);
        Optional<VisitRequest> found = requests.find(requestId);
        if (found.isEmpty() || found.get().cancelled()) {
            return false;
        }
        Optional<VisitRound> round = lockedRoundOf(requestId);
        if (stops.findOf(requestId).filter(stop -> stop.state().begun()).isPresent()
                || !requests.change(requestId, found.get().organizationId(), wanted, patientIds)) {
            return false;
        }
        round.ifPresent(hers -> {
            if (!hers.day().equals(wanted.day())) {
                stops.takeOut(List.of(requestId));
            }
            writing.refresh(hers.organizationId(), hers.day());
        });
        events.publishEvent(Trace.of("change-visit", "patient", patientIds));
        return true;
    }

    /** @param reason one of {@link #CANCEL_REASONS}. False when it has begun or was cancelled before. */
    @Transactional
    public boolean cancel(UUID requestId, String reason) {
        Optional<VisitRound> round = lockedRoundOf(requestId);
        if (stops.findOf(requestId).filter(stop -> stop.state().begun()).isPresent()
                || !requests.cancel(requestId, reason, clock.instant())) {
            return false;
        }
        round.ifPresent(hers -> {
            stops.takeOut(List.of(requestId));
            writing.refresh(hers.organizationId(), hers.day());
        });
        requests.find(requestId)
                .ifPresent(request -> events.publishEvent(Trace.of("cancel-visit", "patient", request.patientIds())
                        .because(reason)));
        return true;
    }

    /** The same visit again, of no day yet: what a professional could not do is not forgotten. */
    @Transactional
    public Optional<UUID> again(UUID requestId) {
        return stops.findOf(requestId)
                .filter(stop -> stop.state() == StopState.NOT_DONE)
                .flatMap(stop -> requests.find(requestId))
                .map(request -> ask(request.organizationId(), request.wanted().on(null), request.patientIds()));
    }

    private Optional<VisitRound> lockedRoundOf(UUID requestId) {
        Optional<VisitRound> round = stops.findOf(requestId).flatMap(stop -> rounds.find(stop.roundId()));
        round.ifPresent(hers -> days.lock(hers.organizationId(), hers.day()));
        return round;
    }

    private static void check(Wanted wanted, List<UUID> patientIds) {
        if (patientIds.isEmpty() || (!wanted.ehpad() && patientIds.size() > 1)) {
            throw new IllegalArgumentException(
                    patientIds.size() + " people for one visit " + (wanted.ehpad() ? "in an Ehpad" : "at home"));
        }
    }
}
