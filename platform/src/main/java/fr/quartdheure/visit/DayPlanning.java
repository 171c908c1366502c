package fr.quartdheure.visit;

import fr.quartdheure.atlas.rounds.Round;
import fr.quartdheure.atlas.rounds.RoundPlan;
import fr.quartdheure.atlas.rounds.Rounds;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.DayPlan.Added;
import fr.quartdheure.visit.DayPlan.Changed;
import fr.quartdheure.visit.DayPlan.NoRoom;
import fr.quartdheure.visit.DayPlan.NobodyGoes;
import fr.quartdheure.visit.DayPlan.NotPossible;
import fr.quartdheure.visit.DayPlan.NothingToPlan;
import fr.quartdheure.visit.DayPlan.Overtaken;
import fr.quartdheure.visit.DayPlan.Planned;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans the rounds of a day, adds to a plan that runs, takes out of it. What has begun never moves. Whoever asks says
 * which version of the day she looked at: of two who change it at once, one does and the other is told.
 */
@Component
public class DayPlanning {

    private static final int MOST_MOVED = 3;

    private final VisitDays days;
    private final VisitRequests requests;
    private final PlanWriting writing;
    private final Clock clock;

    DayPlanning(VisitDays days, VisitRequests requests, PlanWriting writing, Clock clock) {
        this.days = days;
        this.requests = requests;
        this.writing = writing;
        this.clock = clock;
    }

    /** All that has not begun, anew: as many as fit, the urgent ones first, then the fewest minutes on the way. */
    @Transactional
    public DayPlan plan(UUID organizationId, LocalDate day, int seen) {
        return change(organizationId, day, seen, now -> {
            if (now.rounds().isEmpty()) {
                return new NobodyGoes();
            }
            DayProblem problem = writing.problem(now, now.order(), now.unplaced());
            int visits = problem.visits().size();
            if (visits == 0) {
                return new NothingToPlan();
            }
            RoundPlan plan = better(problem, Rounds.plan(problem.problem(), new Patience(clock, visits)));
            Map<UUID, Unfit> unfitted = unfitted(problem, plan);
            writing.keep(now, problem, plan.rounds(), unfitted);
            return new Planned(List.copyOf(unfitted.keySet()));
        });
    }

    /** What was planned before stands, unless more or more urgent visits fit otherwise, or the way is shorter. */
    private static RoundPlan better(DayProblem problem, RoundPlan found) {
        RoundPlan standing = Rounds.fill(problem.problem(), problem.rounds());
        double gained = weight(problem, standing) - weight(problem, found);
        boolean shorter = gained == 0 && found.travel() < standing.travel();
        return gained > 0 || shorter ? found : standing;
    }

    private static double weight(DayProblem problem, RoundPlan plan) {
        return plan.unfitted().stream()
                .mapToDouble(one ->
                        problem.visits().get(one.visit()).wanted().urgency().weight())
                .sum();
    }

    /** One visit more, asked for on this day, on another, or on none yet; at most three others change hands for it. */
    @Transactional
    public DayPlan add(UUID organizationId, LocalDate day, UUID requestId, int seen) {
        return change(organizationId, day, seen, now -> add(now, requestId, clock.instant(), true));
    }

    /** The same on a day that is filled from a register: hours that are past already are no hindrance. */
    @Transactional
    public DayPlan load(UUID organizationId, LocalDate day, UUID requestId) {
        VisitDay now = days.read(organizationId, day);
        return add(now, requestId, Paris.startOf(day), false);
    }

    private DayPlan add(VisitDay now, UUID requestId, Instant from, boolean told) {
        Optional<VisitRequest> found =
                now.waiting().stream().filter(one -> one.id().equals(requestId)).findFirst();
        if (found.isEmpty()) {
            return new NotPossible();
        }
        if (now.rounds().isEmpty()) {
            return new NobodyGoes();
        }
        DayProblem problem = writing.problem(now, now.order(), List.of(found.get()), from);
        RoundPlan plan = Rounds.add(problem.problem(), problem.rounds(), Set.of(), MOST_MOVED);
        Unfit why = unfitted(problem, plan).get(requestId);
        if (why != null) {
            requests.setUnfitted(Map.of(requestId, Optional.of(why)));
            return new NoRoom(requestId, why);
        }
        List<UUID> moved = moved(now, problem, plan);
        requests.setDay(requestId, now.day());
        if (told) {
            writing.keep(now, problem, plan.rounds(), Map.of());
        } else {
            writing.keep(now, problem, plan.rounds(), Map.of(), 0);
        }
        return new Added(requestId, moved);
    }

    /** Takes one visit out; it waits again. */
    @Transactional
    public DayPlan takeOut(UUID organizationId, LocalDate day, UUID requestId, int seen) {
        return change(organizationId, day, seen, now -> {
            if (now.order().values().stream().noneMatch(ids -> ids.contains(requestId))) {
                return new NotPossible();
            }
            DayProblem problem = writing.problem(now, now.orderWithout(requestId), List.of());
            writing.keep(now, problem, problem.rounds(), Map.of());
            return new Changed();
        });
    }

    /** Runs a change on the day as it is now, if it is still what was looked at. */
    DayPlan change(UUID organizationId, LocalDate day, int seen, Function<VisitDay, DayPlan> change) {
        if (!days.tryLock(organizationId, day)) {
            return new Overtaken();
        }
        VisitDay now = days.read(organizationId, day);
        return now.version() == seen ? change.apply(now) : new Overtaken();
    }

    private static Map<UUID, Unfit> unfitted(DayProblem problem, RoundPlan plan) {
        return plan.unfitted().stream()
                .collect(Collectors.toMap(
                        one -> problem.visits().get(one.visit()).id(), one -> Unfit.of(one.reason())));
    }

    private static List<UUID> moved(VisitDay day, DayProblem problem, RoundPlan plan) {
        Map<UUID, UUID> before = new HashMap<>();
        day.order().forEach((round, ids) -> ids.forEach(id -> before.put(id, round)));
        Map<UUID, UUID> after = new HashMap<>();
        for (Round round : plan.rounds()) {
            problem.stops(round).forEach(stop -> after.put(stop.requestId(), stop.roundId()));
        }
        return before.entrySet().stream()
                .filter(one -> !one.getValue().equals(after.get(one.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
