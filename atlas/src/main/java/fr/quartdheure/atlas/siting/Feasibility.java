package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.travel.Pairs;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The clashes that can be seen without solving anything. */
final class Feasibility {

    private final SitingProblem problem;
    private final Question question;

    Feasibility(SitingProblem problem) {
        this.problem = problem;
        this.question = problem.question();
    }

    Optional<Infeasible> clash() {
        return count().or(this::reach).or(this::capacity).map(Infeasible::new);
    }

    private boolean isCounted() {
        return question.objective() != Objective.LSCP;
    }

    private Optional<String> count() {
        return isCounted() ? problem.allowed().clash() : problem.allowed().areaClash();
    }

    private Optional<String> reach() {
        if (question.objective() == Objective.MCLP) {
            return Optional.empty();
        }
        double within = question.objective() == Objective.LSCP ? question.minutes() : Double.POSITIVE_INFINITY;
        List<Integer> alone = alone(problem, within);
        String how = isCounted() ? "at all" : "within " + question.minutes() + " minutes";
        return alone.isEmpty() ? Optional.empty() : clash("%d inhabited places reach no site %s", alone.size(), how);
    }

    /** The inhabited places that reach no site within so many minutes. */
    static List<Integer> alone(SitingProblem problem, double within) {
        return IntStream.range(0, problem.needs().size())
                .filter(i -> problem.needs().get(i).isInhabited() && !reaches(problem, i, within))
                .boxed()
                .toList();
    }

    private static boolean reaches(SitingProblem problem, int place, double within) {
        Pairs reach = problem.reach();
        return IntStream.range(reach.start(place), reach.start(place + 1))
                .anyMatch(k -> reach.length(k) <= within
                        && problem.sites().get(reach.destination(k)).role() != Role.EXCLUDED);
    }

    private Optional<String> capacity() {
        if (question.objective() == Objective.MCLP || !problem.isLimited()) {
            return Optional.empty();
        }
        double needed = problem.needs().stream()
                .filter(Need::isInhabited)
                .mapToDouble(Need::consultations)
                .sum();
        double offered = largest();
        return offered >= needed
                ? Optional.empty()
                : clash(
                        "capacity: everybody together needs %.0f consultations a year, and the largest sites that may"
                                + " be open together offer %.0f",
                        needed, offered);
    }

    private double largest() {
        double open = problem.sites().stream()
                .filter(site -> site.role().isOpen())
                .mapToDouble(Site::capacity)
                .sum();
        double[] free = Arrays.stream(problem.free())
                .mapToDouble(j -> problem.sites().get(j).capacity())
                .sorted()
                .toArray();
        int count = isCounted() ? problem.budget() : free.length;
        return open + Arrays.stream(free, free.length - count, free.length).sum();
    }

    private static Optional<String> clash(String sentence, Object... values) {
        return Optional.of(String.format(java.util.Locale.ROOT, sentence, values));
    }
}
