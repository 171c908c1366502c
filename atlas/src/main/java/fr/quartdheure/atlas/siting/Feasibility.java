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
        return count().or(this::quotas).or(this::reach).or(this::capacity).map(Infeasible::new);
    }

    private boolean isCounted() {
        return question.objective() != Objective.LSCP;
    }

    private Optional<String> count() {
        if (!isCounted()) {
            return Optional.empty();
        }
        long required = problem.count(Role.REQUIRED);
        long candidates = required + problem.count(Role.CANDIDATE);
        if (question.p() > candidates) {
            return clash("p %d is larger than the %d candidates", question.p(), candidates);
        }
        if (required > question.p()) {
            return clash("%d sites are required, and p is only %d", required, question.p());
        }
        return Optional.empty();
    }

    private Optional<String> quotas() {
        long least = 0;
        for (var entry : question.quotas().entrySet()) {
            Quota quota = entry.getValue();
            long required = inArea(entry.getKey(), Role.REQUIRED);
            long available = required + inArea(entry.getKey(), Role.CANDIDATE);
            if (quota.least() > available) {
                return clash(
                        "%s must have %d new sites and has %d candidates", entry.getKey(), quota.least(), available);
            }
            if (quota.most() < required) {
                return clash(
                        "%s may have %d new sites and %d are required there", entry.getKey(), quota.most(), required);
            }
            least += Math.max(quota.least(), required);
        }
        if (isCounted() && least > question.p()) {
            return clash("the areas must have %d new sites together, and p is only %d", least, question.p());
        }
        if (isCounted() && allowed() < question.p()) {
            return clash("the areas may have %d new sites together, and p is %d", allowed(), question.p());
        }
        return Optional.empty();
    }

    private long allowed() {
        long allowed = problem.sites().stream()
                .filter(site -> site.role().isNew() && !question.quotas().containsKey(site.area()))
                .count();
        for (var entry : question.quotas().entrySet()) {
            long available = inArea(entry.getKey(), Role.REQUIRED) + inArea(entry.getKey(), Role.CANDIDATE);
            allowed += Math.min(entry.getValue().most(), available);
        }
        return allowed;
    }

    private long inArea(String area, Role role) {
        return problem.sites().stream()
                .filter(site -> site.role() == role && site.area().equals(area))
                .count();
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
