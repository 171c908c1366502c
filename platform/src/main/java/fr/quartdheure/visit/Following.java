package fr.quartdheure.visit;

import fr.quartdheure.audit.Trace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A professional on her round: she leaves, arrives, has done or could not; the last press can be taken back. */
@Component
public class Following {

    public static final Set<String> REASONS = Set.of("nobody-there", "hospital", "refused", "no-access", "other");

    private final VisitDays days;
    private final VisitRounds rounds;
    private final VisitRequests requests;
    private final Stops stops;
    private final PlanWriting writing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Following(
            VisitDays days,
            VisitRounds rounds,
            VisitRequests requests,
            Stops stops,
            PlanWriting writing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.days = days;
        this.rounds = rounds;
        this.requests = requests;
        this.stops = stops;
        this.writing = writing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One step of a stop of her own round. She may leave for another than the next: it then comes first.
     *
     * @param reason one of {@link #REASONS} when it was not done, else null
     * @return false when it is no longer possible: the plan moved it, or the step was made before
     */
    @Transactional
    public boolean step(UUID practitionerId, UUID stopId, StopState to, @Nullable String reason) {
        if ((to == StopState.NOT_DONE) != (reason != null && REASONS.contains(reason))) {
            return false;
        }
        Optional<VisitRound> locked = lockedRoundOf(practitionerId, stopId);
        Optional<Stop> found = stops.find(stopId);
        if (locked.isEmpty() || found.isEmpty() || !found.get().state().next().contains(to)) {
            return false;
        }
        VisitRound round = locked.get();
        if (to == StopState.LEFT && !comesFirst(round, found.get())) {
            return false;
        }
        stops.step(stopId, found.get().state(), to, reason, clock.instant());
        return done(round, found.get(), to.code(), reason);
    }

    /** Takes back the last step of the round. False when there is none. */
    @Transactional
    public boolean undo(UUID practitionerId, UUID roundId) {
        Optional<VisitRound> round = rounds.find(roundId)
                .filter(one -> one.practitionerId().equals(practitionerId))
                .map(this::lock);
        Optional<Stop> last = round.map(VisitRound::begunStops)
                .filter(begun -> !begun.isEmpty())
                .map(List::getLast);
        if (round.isEmpty() || last.isEmpty()) {
            return false;
        }
        Stop stop = last.get();
        stops.step(stop.id(), stop.state(), before(stop), null, clock.instant());
        return done(round.get(), stop, "undo-" + stop.state().code(), null);
    }

    /** Ticks one resident of the stop where she is, or takes the tick back. */
    @Transactional
    public boolean see(UUID practitionerId, UUID stopId, UUID patientId, boolean seen) {
        Optional<VisitRound> round = lockedRoundOf(practitionerId, stopId);
        Optional<Stop> stop = stops.find(stopId).filter(one -> one.state().begun());
        if (round.isEmpty()
                || stop.isEmpty()
                || !requests.see(stop.get().requestId(), patientId, seen ? clock.instant() : null)) {
            return false;
        }
        events.publishEvent(
                Trace.of(seen ? "see" : "undo-see", "patient", patientId).because("visit-round"));
        return true;
    }

    private boolean comesFirst(VisitRound round, Stop stop) {
        if (round.stops().stream().anyMatch(one -> one.state().current())) {
            return false;
        }
        List<Stop> planned = round.planned();
        if (planned.getFirst().id().equals(stop.id())) {
            return true;
        }
        VisitDay day = days.read(round.organizationId(), round.day());
        Map<UUID, List<UUID>> order = day.orderWithout(stop.requestId());
        var hers = new ArrayList<>(order.getOrDefault(round.id(), List.of()));
        hers.addFirst(stop.requestId());
        order.put(round.id(), hers);
        DayProblem problem = writing.problem(day, order, List.of());
        writing.keep(day, problem, problem.rounds(), Map.of());
        return true;
    }

    private static StopState before(Stop stop) {
        return switch (stop.state()) {
            case DONE -> StopState.ARRIVED;
            case NOT_DONE -> stop.arrivedAt() == null ? StopState.LEFT : StopState.ARRIVED;
            case ARRIVED -> StopState.LEFT;
            case LEFT, PLANNED -> StopState.PLANNED;
        };
    }

    private boolean done(VisitRound round, Stop stop, String act, @Nullable String reason) {
        requests.find(stop.requestId())
                .ifPresent(request -> events.publishEvent(Trace.of(act, "patient", request.patientIds())
                        .because(reason == null ? "visit-round" : reason)));
        writing.refresh(round.organizationId(), round.day());
        return true;
    }

    private Optional<VisitRound> lockedRoundOf(UUID practitionerId, UUID stopId) {
        return stops.find(stopId)
                .flatMap(stop -> rounds.find(stop.roundId()))
                .filter(round -> round.practitionerId().equals(practitionerId))
                .map(this::lock);
    }

    /** As it is once nobody else changes the day. */
    private VisitRound lock(VisitRound round) {
        days.lock(round.organizationId(), round.day());
        return rounds.find(round.id()).orElse(round);
    }
}
