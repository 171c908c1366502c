package fr.quartdheure.visit;

import fr.quartdheure.atlas.rounds.Call;
import fr.quartdheure.atlas.rounds.Round;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a visit where a person wants it, though a rule be broken: she is told before what it costs. */
@Component
public class HandPlacing {

    private final VisitDays days;
    private final VisitRequests requests;
    private final DayPlanning planning;
    private final PlanWriting writing;

    HandPlacing(VisitDays days, VisitRequests requests, DayPlanning planning, PlanWriting writing) {
        this.days = days;
        this.requests = requests;
        this.planning = planning;
        this.writing = writing;
    }

    /**
     * What it would mean; nothing changes.
     *
     * @param place from 0, among those of the round that have not begun; beyond the last is the last
     */
    @Transactional(readOnly = true)
    public Optional<Consequences> preview(UUID organizationId, LocalDate day, UUID requestId, UUID roundId, int place) {
        VisitDay now = days.read(organizationId, day);
        return problem(now, requestId, roundId, place).map(problem -> consequences(now, problem, requestId, roundId));
    }

    /** @param place as for {@link #preview} */
    @Transactional
    public DayPlan place(UUID organizationId, LocalDate day, UUID requestId, UUID roundId, int place, int seen) {
        return planning.change(organizationId, day, seen, now -> {
            Optional<DayProblem> problem = problem(now, requestId, roundId, place);
            if (problem.isEmpty()) {
                return new DayPlan.NotPossible();
            }
            requests.setDay(requestId, day);
            writing.keep(now, problem.get(), problem.get().rounds(), Map.of());
            return new DayPlan.Changed();
        });
    }

    private Optional<DayProblem> problem(VisitDay now, UUID requestId, UUID roundId, int place) {
        boolean waits = now.waiting().stream().anyMatch(one -> one.id().equals(requestId));
        boolean planned = now.order().values().stream().anyMatch(ids -> ids.contains(requestId));
        if (now.round(roundId).isEmpty() || (!waits && !planned)) {
            return Optional.empty();
        }
        Map<UUID, List<UUID>> order = now.orderWithout(requestId);
        var hers = new ArrayList<>(order.getOrDefault(roundId, List.of()));
        hers.add(Math.clamp(place, 0, hers.size()), requestId);
        order.put(roundId, hers);
        return Optional.of(writing.problem(now, order, List.of()));
    }

    private Consequences consequences(VisitDay now, DayProblem after, UUID requestId, UUID roundId) {
        DayProblem before = writing.problem(now, now.order(), List.of());
        Round round = after.rounds().stream()
                .filter(one -> after.roundOf(one).id().equals(roundId))
                .findFirst()
                .orElseThrow();
        VisitRound hers = after.roundOf(round);
        Wanted wanted = now.request(requestId).wanted();
        var practitioner = now.practitioner(hers);
        boolean able = (wanted.profession() == null || wanted.profession().equals(practitioner.profession()))
                && (wanted.practitionerId() == null || wanted.practitionerId().equals(practitioner.id()));
        return new Consequences(
                after.at(callOf(after, round, requestId).begin()),
                late(after, round),
                Math.max(0, round.back() - Standing.minutes(now.day(), hers.ends())),
                able,
                total(after) - total(before));
    }

    private static Call callOf(DayProblem problem, Round round, UUID requestId) {
        return round.calls().stream()
                .filter(call -> problem.visits().get(call.visit()).id().equals(requestId))
                .findFirst()
                .orElseThrow();
    }

    private static List<Consequences.Late> late(DayProblem problem, Round round) {
        return round.calls().stream()
                .map(call -> {
                    VisitRequest request = problem.visits().get(call.visit());
                    double after =
                            call.begin() - problem.window(request.wanted()).until();
                    return new Consequences.Late(request, after);
                })
                .filter(late -> late.minutes() >= 1)
                .toList();
    }

    private static double total(DayProblem problem) {
        return problem.rounds().stream().mapToDouble(Round::travel).sum();
    }
}
