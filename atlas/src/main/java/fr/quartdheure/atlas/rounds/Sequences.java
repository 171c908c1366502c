package fr.quartdheure.atlas.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who visits whom in which order, whatever the hours. Immutable; visits and professionals are indexes. */
record Sequences(List<List<Integer>> byProfessional) {

    Sequences {
        byProfessional = byProfessional.stream().map(List::copyOf).toList();
    }

    static Sequences of(RoundProblem problem, List<Round> rounds) {
        List<List<Integer>> all = new ArrayList<>();
        problem.professionals().forEach(professional -> all.add(List.of()));
        rounds.forEach(round -> all.set(
                round.professional(), round.calls().stream().map(Call::visit).toList()));
        return new Sequences(all);
    }

    List<Integer> of(int professional) {
        return byProfessional.get(professional);
    }

    Sequences with(int professional, List<Integer> visits) {
        var all = new ArrayList<>(byProfessional);
        all.set(professional, visits);
        return new Sequences(all);
    }

    Sequences without(int professional, int visit) {
        return with(
                professional,
                of(professional).stream().filter(other -> other != visit).toList());
    }

    Sequences inserted(int professional, int place, int visit) {
        var visits = new ArrayList<>(of(professional));
        visits.add(place, visit);
        return with(professional, visits);
    }

    /** The hours; whoever goes nowhere has no round. */
    RoundPlan plan(RoundProblem problem) {
        var timetable = new Timetable(problem);
        var rounds = new ArrayList<Round>();
        var fitted = new boolean[problem.visits().size()];
        for (int who = 0; who < byProfessional.size(); who++) {
            if (!of(who).isEmpty()) {
                Optional<Round> round = timetable.of(who, of(who));
                if (round.isEmpty()) {
                    throw new IllegalStateException("round " + who + " keeps no hours: " + of(who));
                }
                rounds.add(round.get());
                of(who).forEach(visit -> fitted[visit] = true);
            }
        }
        return new RoundPlan(
                rounds,
                IntStream.range(0, fitted.length)
                        .filter(visit -> !fitted[visit])
                        .mapToObj(visit -> Unfitted.of(problem, timetable, visit))
                        .toList());
    }
}
