package fr.quartdheure.visit;

import fr.quartdheure.atlas.rounds.Round;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.geo.Ways;
import fr.quartdheure.geo.Ways.Stand;
import fr.quartdheure.scheduling.AgendaChanged;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the engine's day from what is kept, and keeps what it answers. The day is locked by whoever calls. */
@Component
class PlanWriting {

    private final VisitDays days;
    private final VisitRounds rounds;
    private final VisitRequests requests;
    private final Stops stops;
    private final Ways ways;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanWriting(
            VisitDays days,
            VisitRounds rounds,
            VisitRequests requests,
            Stops stops,
            Ways ways,
            ApplicationEventPublisher events,
            Clock clock) {
        this.days = days;
        this.rounds = rounds;
        this.requests = requests;
        this.stops = stops;
        this.ways = ways;
        this.events = events;
        this.clock = clock;
    }

    DayProblem problem(VisitDay day, Map<UUID, List<UUID>> order, List<VisitRequest> unplaced) {
        return problem(day, order, unplaced, clock.instant());
    }

    DayProblem problem(VisitDay day, Map<UUID, List<UUID>> order, List<VisitRequest> unplaced, Instant now) {
        return DayProblem.of(day, order, unplaced, this::minutes, now);
    }

    /** Nobody reads half a minute. */
    private double[][] minutes(List<Stand> stands) {
        double[][] minutes = ways.between(stands);
        for (double[] row : minutes) {
            for (int to = 0; to < row.length; to++) {
                row[to] = Math.ceil(row[to]);
            }
        }
        return minutes;
    }

    /**
     * Keeps a plan of the whole day as its next version: every round, and of all others that stood in one or were
     * asked for that they do not.
     *
     * @param unfitted why not, of those that did not fit
     */
    void keep(VisitDay day, DayProblem problem, List<Round> planned, Map<UUID, Unfit> unfitted) {
        keep(day, problem, planned, unfitted, days.next(day.organizationId(), day.day()));
    }

    /** @param version 0 for a day that is filled from a register: where visits stood before is no news */
    void keep(VisitDay day, DayProblem problem, List<Round> planned, Map<UUID, Unfit> unfitted, int version) {
        Set<UUID> gone = new HashSet<>();
        day.order().values().forEach(gone::addAll);
        var fitted = new HashMap<UUID, Optional<Unfit>>();
        for (Round round : planned) {
            List<Stop> there = problem.stops(round);
            there.forEach(stop -> {
                gone.remove(stop.requestId());
                fitted.put(stop.requestId(), Optional.empty());
            });
        }
        unfitted.forEach((request, why) -> fitted.put(request, Optional.of(why)));
        stops.takeOut(gone);
        write(problem, planned, version);
        requests.setUnfitted(fitted);
        tell(day, fitted.keySet());
    }

    /** Only the hours: what is late is shown late. */
    void refresh(UUID organizationId, LocalDate day) {
        VisitDay now = days.read(organizationId, day);
        DayProblem problem = problem(now, now.order(), List.of());
        write(problem, problem.rounds(), 0);
        now.rounds().forEach(round -> events.publishEvent(new AgendaChanged(round.siteId())));
    }

    private void write(DayProblem problem, List<Round> planned, int version) {
        stops.put(
                planned.stream().flatMap(round -> problem.stops(round).stream()).toList(), version);
        for (Round round : problem.complete(planned)) {
            VisitRound hers = problem.roundOf(round);
            if (!round.calls().isEmpty() || hers.begun()) {
                setHours(problem, round, hers);
            } else {
                rounds.setHours(hers.id(), null, null, null);
            }
        }
    }

    /** What lies behind her stays as it was: when she left, and a pause that she took. */
    private void setHours(DayProblem problem, Round round, VisitRound hers) {
        Double lunch = round.lunch();
        Instant taken = hers.lunchAt();
        boolean past = taken != null && !taken.isAfter(clock.instant()) && hers.begun();
        rounds.setHours(
                hers.id(),
                hers.begun() ? hers.leavesAt() : problem.at(round.leaves()),
                problem.at(round.back()),
                lunch != null ? problem.at(lunch) : past ? taken : null);
    }

    private void tell(VisitDay day, Set<UUID> changed) {
        List<UUID> people = changed.stream()
                .flatMap(id -> day.request(id).patientIds().stream())
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            events.publishEvent(Trace.of("plan-visit", "patient", people));
        }
        day.rounds().forEach(round -> events.publishEvent(new AgendaChanged(round.siteId())));
    }
}
