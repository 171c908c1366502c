package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.OutOfTime;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.atlas.travel.Pairs;
import java.util.stream.IntStream;

/**
 * Set covering and the p-centre without capacities or quotas. The centre is a search by halves over the minutes that
 * occur: some radius is enough exactly when p sites cover everybody within it (Minieka 1970).
 */
final class CenterSiting {

    private final SitingProblem problem;
    private final Watch watch;
    private final int budget;
    private boolean[] best = {};

    CenterSiting(SitingProblem problem, Watch watch) {
        this.problem = problem;
        this.watch = watch;
        this.budget = problem.budget();
    }

    SitingOutcome fewest() {
        Cover cover = Cover.of(problem, problem.question().minutes());
        var sets = new SetCover(cover.rows(), cover.names().length);
        sets.hitGreedily();
        double already = problem.count(Role.REQUIRED);
        watch.hear(already + sets.count(), already + sets.bound());
        sets.hitExactly(watch);
        watch.hear(already + sets.count(), already + sets.bound());
        var opened = Choice.opened(problem, named(cover, sets.chosen()), 0);
        double bound = already + sets.bound();
        return new Sited(opened.size(), bound, bound == opened.size(), opened);
    }

    private boolean[] named(Cover cover, boolean[] chosen) {
        var all = new boolean[problem.sites().size()];
        for (int k = 0; k < chosen.length; k++) {
            all[cover.names()[k]] = chosen[k];
        }
        return all;
    }

    SitingOutcome center() {
        double[] radii = radii();
        int low = 0;
        int high = byGreedy(radii);
        if (high == radii.length) {
            high--;
            if (decide(radii[high]) != Answer.ENOUGH) {
                return watch.over() ? new OutOfTime(radii[0]) : unreachable();
            }
        }
        while (low < high && !watch.over()) {
            int middle = (low + high) >>> 1;
            switch (decide(radii[middle])) {
                case ENOUGH -> high = middle;
                case TOO_SMALL -> low = middle + 1;
                case UNKNOWN -> {
                    return answer(radii[low]);
                }
            }
            watch.hear(radii[high], radii[low]);
        }
        return answer(radii[low]);
    }

    private Infeasible unreachable() {
        return new Infeasible("p " + problem.question().p() + " is too small: no choice of so many sites can be reached"
                + " from every inhabited place");
    }

    /** The minutes that may be the answer, rising: none is below what the worst placed needs to its nearest site. */
    private double[] radii() {
        double least = 0;
        Pairs reach = problem.reach();
        for (int i = 0; i < problem.needs().size(); i++) {
            if (problem.needs().get(i).isInhabited()) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int k = reach.start(i); k < reach.start(i + 1); k++) {
                    if (problem.sites().get(reach.destination(k)).role() != Role.EXCLUDED) {
                        nearest = Math.min(nearest, reach.length(k));
                    }
                }
                least = Math.max(least, nearest);
            }
        }
        double[] all = problem.radii(least);
        return all.length == 0 ? new double[] {least} : all;
    }

    /** The first radius for which greedy choosing is enough; the number of radii when it never is. */
    private int byGreedy(double[] radii) {
        int low = 0;
        int high = radii.length;
        while (low < high && !watch.over()) {
            int middle = (low + high) >>> 1;
            if (isEnough(radii[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    private boolean isEnough(double radius) {
        Cover cover = Cover.of(problem, radius);
        if (hasEmpty(cover)) {
            return false;
        }
        var sets = new SetCover(cover.rows(), cover.names().length);
        sets.hitGreedily();
        return keep(cover, sets);
    }

    private boolean keep(Cover cover, SetCover sets) {
        boolean enough = sets.count() <= budget;
        if (enough) {
            best = named(cover, sets.chosen());
        }
        return enough;
    }

    /** Whether p sites are enough for a radius. */
    private enum Answer {
        ENOUGH,
        TOO_SMALL,
        UNKNOWN
    }

    private Answer decide(double radius) {
        Cover cover = Cover.of(problem, radius);
        if (hasEmpty(cover)) {
            return Answer.TOO_SMALL;
        }
        var sets = new SetCover(cover.rows(), cover.names().length);
        sets.hitGreedily();
        if (!keep(cover, sets) && sets.bound() <= budget) {
            sets.hitExactly(watch);
        }
        if (keep(cover, sets)) {
            return Answer.ENOUGH;
        }
        return sets.bound() > budget ? Answer.TOO_SMALL : Answer.UNKNOWN;
    }

    private static boolean hasEmpty(Cover cover) {
        return IntStream.range(0, cover.rows().length).anyMatch(i -> cover.rows()[i].length == 0);
    }

    private SitingOutcome answer(double bound) {
        var opened = Choice.opened(problem, best, budget);
        double value = Choice.value(problem, opened);
        return new Sited(value, Math.min(value, bound), value <= bound, opened);
    }
}
