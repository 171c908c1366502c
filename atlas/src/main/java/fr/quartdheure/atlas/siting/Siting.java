package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.Watch;
import java.util.List;

/**
 * Answers where to open, exactly. Without capacities and quotas the house's own solvers answer; with them, or for what
 * set covering cannot reduce, a mixed-integer solver does. Thread-safe: it keeps nothing.
 */
public final class Siting {

    /** Above this a mixed-integer model no longer fits in the memory of a small server. */
    private static final long MOST_PAIRS = 2_000_000;

    private Siting() {}

    /**
     * @param watch stops the search early and hears of its progress
     * @throws IllegalArgumentException when capacities or quotas make it too large for a mixed-integer model
     */
    public static SitingOutcome solve(SitingProblem problem, Watch watch) {
        var clash = new Feasibility(problem).clash();
        if (clash.isPresent()) {
            return clash.get();
        }
        Objective objective = problem.question().objective();
        if (MixedModel.isNeeded(problem)) {
            refuseTooLarge(problem);
            return new MixedSiting(problem, watch).solve();
        }
        return switch (objective) {
            case MCLP -> new MedianSiting(problem, watch).covering();
            case PMEDIAN -> new MedianSiting(problem, watch).median();
            case PCENTER -> new CenterSiting(problem, watch).center();
            case LSCP -> new CenterSiting(problem, watch).fewest();
        };
    }

    /** The inhabited places that reach no site within so many minutes, whatever opens: by their place in the list. */
    public static List<Integer> leftOut(SitingProblem problem, double minutes) {
        return Feasibility.alone(problem, minutes);
    }

    private static void refuseTooLarge(SitingProblem problem) {
        boolean covering = problem.question().objective().isCovering();
        long pairs = MixedModel.pairs(problem, covering ? problem.question().minutes() : Double.POSITIVE_INFINITY);
        if (pairs > MOST_PAIRS) {
            throw new IllegalArgumentException(pairs + " pairs of a place and a site are too many with capacities or"
                    + " quotas, " + MOST_PAIRS + " at most: give only the near ones as times");
        }
    }
}
