package fr.quartdheure.visit;

import fr.quartdheure.atlas.rounds.Call;
import fr.quartdheure.atlas.rounds.Professional;
import fr.quartdheure.atlas.rounds.Round;
import fr.quartdheure.atlas.rounds.RoundPlan;
import fr.quartdheure.atlas.rounds.RoundProblem;
import fr.quartdheure.atlas.rounds.Rounds;
import fr.quartdheure.atlas.rounds.Visit;
import fr.quartdheure.atlas.rounds.Window;
import fr.quartdheure.visit.Explanation.AtAnotherHour;
import fr.quartdheure.visit.Explanation.NextFirstIsLonger;
import fr.quartdheure.visit.Explanation.NextFirstIsNoBetter;
import fr.quartdheure.visit.Explanation.NextFirstIsTooLate;
import fr.quartdheure.visit.Explanation.WithALongerRound;
import fr.quartdheure.visit.Explanation.WithSomebodyElse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tries what was not done, and says what it would have cost: no reason is told that was not computed. */
@Component
public class Explanations {

    private static final double AN_HOUR = 60;
    private static final double LATEST = 24 * 60 - 1;

    private final PlanWriting writing;

    Explanations(PlanWriting writing) {
        this.writing = writing;
    }

    /** For each visit not begun but the last of each round: what seeing the next one first would mean. */
    public List<Explanation> order(VisitDay day) {
        DayProblem problem = writing.problem(day, day.order(), List.of());
        List<Explanation> why = new ArrayList<>();
        for (Round round : problem.rounds()) {
            List<Integer> visits = round.calls().stream().map(Call::visit).toList();
            for (int place = 0; place + 1 < visits.size(); place++) {
                why.add(swapped(problem, round, visits, place));
            }
        }
        return why;
    }

    private static Explanation swapped(DayProblem problem, Round round, List<Integer> visits, int place) {
        var other = new ArrayList<>(visits);
        other.set(place, visits.get(place + 1));
        other.set(place + 1, visits.get(place));
        UUID own = problem.visits().get(visits.get(place)).id();
        UUID next = problem.visits().get(visits.get(place + 1)).id();
        Optional<Round> tried = Rounds.hours(problem.problem(), round.professional(), other);
        if (tried.isEmpty()) {
            return firstLate(problem, round, other)
                    .<Explanation>map(late -> new NextFirstIsTooLate(own, next, late))
                    .orElseGet(() -> new NextFirstIsNoBetter(own, next));
        }
        double longer = tried.get().travel() - round.travel();
        return longer >= 1 ? new NextFirstIsLonger(own, next, longer) : new NextFirstIsNoBetter(own, next);
    }

    /** The first in this order with whom the hours no longer hold. */
    private static Optional<UUID> firstLate(DayProblem problem, Round round, List<Integer> visits) {
        for (int count = 1; count <= visits.size(); count++) {
            if (Rounds.hours(problem.problem(), round.professional(), visits.subList(0, count))
                    .isEmpty()) {
                return Optional.of(problem.visits().get(visits.get(count - 1)).id());
            }
        }
        return Optional.empty();
    }

    /** What would make room for a visit of this day that no round takes; nobody else is moved. */
    public List<Explanation> remedies(VisitDay day, VisitRequest request) {
        if (day.rounds().isEmpty()) {
            return List.of();
        }
        DayProblem problem = writing.problem(day, day.order(), List.of(request));
        Visit asked = problem.problem().visits().getLast();
        return Stream.of(
                        tried(problem, widened(problem.problem(), asked)).map(round -> (Explanation) new AtAnotherHour(
                                request.id(), who(problem, round), problem.at(begin(problem, round)))),
                        asked.skills().isEmpty()
                                ? Optional.<Explanation>empty()
                                : tried(problem, unskilled(problem.problem(), asked))
                                        .map(round -> (Explanation) new WithSomebodyElse(
                                                request.id(), who(problem, round), problem.at(begin(problem, round)))),
                        tried(problem, longer(problem.problem())).map(round -> (Explanation)
                                new WithALongerRound(request.id(), who(problem, round), problem.at(round.back()))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Round> tried(DayProblem problem, RoundProblem changed) {
        RoundPlan plan = Rounds.add(changed, problem.rounds(), Set.of(), 0);
        int visit = changed.visits().size() - 1;
        return plan.rounds().stream()
                .filter(round -> round.calls().stream().anyMatch(call -> call.visit() == visit))
                .findFirst();
    }

    private static RoundProblem widened(RoundProblem problem, Visit asked) {
        return with(problem, copy(asked, new Window(0, LATEST), asked.skills()));
    }

    private static RoundProblem unskilled(RoundProblem problem, Visit asked) {
        return with(problem, copy(asked, asked.window(), Set.of()));
    }

    private static Visit copy(Visit asked, Window window, Set<String> skills) {
        return new Visit(asked.code(), asked.place(), asked.minutes(), window, asked.load(), skills, asked.urgency());
    }

    private static RoundProblem with(RoundProblem problem, Visit last) {
        var visits = new ArrayList<>(problem.visits());
        visits.set(visits.size() - 1, last);
        return new RoundProblem(visits, problem.professionals(), problem.minutes());
    }

    private static RoundProblem longer(RoundProblem problem) {
        var professionals = problem.professionals().stream()
                .map(one -> new Professional(
                        one.code(),
                        one.start(),
                        one.end(),
                        new Window(one.hours().from(), one.hours().until() + AN_HOUR),
                        one.capacity(),
                        one.skills(),
                        one.lunch()))
                .toList();
        return new RoundProblem(problem.visits(), professionals, problem.minutes());
    }

    private static UUID who(DayProblem problem, Round round) {
        return problem.roundOf(round).practitionerId();
    }

    private static double begin(DayProblem problem, Round round) {
        int visit = problem.visits().size() - 1;
        return round.calls().stream()
                .filter(call -> call.visit() == visit)
                .mapToDouble(Call::begin)
                .findFirst()
                .orElseThrow();
    }
}
