package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.OutOfTime;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import java.util.List;

/** All four objectives with capacities or quotas. */
final class MixedSiting {

    private static final double PROVED = 1e-6;

    private final SitingProblem problem;
    private final Question question;
    private final Watch watch;

    MixedSiting(SitingProblem problem, Watch watch) {
        this.problem = problem;
        this.question = problem.question();
        this.watch = watch;
    }

    SitingOutcome solve() {
        return question.objective() == Objective.PCENTER ? center() : once();
    }

    private SitingOutcome once() {
        double within = question.objective().isCovering() ? question.minutes() : Double.POSITIVE_INFINITY;
        var model = new MixedModel(problem, within);
        Mip.End end = model.run(watch);
        if (end == Mip.End.INFEASIBLE) {
            return clash();
        }
        double required = question.objective() == Objective.LSCP ? problem.count(Role.REQUIRED) : 0;
        if (end == Mip.End.NOTHING_FOUND) {
            return new OutOfTime(model.bound() + required);
        }
        double value = tidy(model.value()) + required;
        double bound = tidy(model.bound()) + required;
        if (question.objective() == Objective.LSCP) {
            bound = Math.ceil(bound - PROVED);
        }
        boolean proved = end == Mip.End.OPTIMAL || Math.abs(value - bound) <= PROVED * Math.abs(value);
        watch.hear(value, bound);
        return new Sited(value, proved ? value : bound, proved, model.opened());
    }

    /** Whole when it is whole but for the solver's last digits. */
    private static double tidy(double value) {
        double whole = Math.rint(value);
        return Math.abs(value - whole) < 1e-6 * Math.max(1, Math.abs(value)) ? whole : value;
    }

    private SitingOutcome center() {
        double[] radii = problem.radii(0);
        List<Integer> best = List.of();
        int low = 0;
        int high = radii.length;
        while (low < high) {
            // The whole reach first: when that is not enough, nothing is.
            int middle = high == radii.length ? high - 1 : (low + high) >>> 1;
            var model = new MixedModel(problem, radii[middle]);
            Mip.End end = model.run(watch);
            if (end == Mip.End.OPTIMAL || end == Mip.End.FEASIBLE) {
                best = model.opened();
                high = middle;
            } else if (end == Mip.End.NOTHING_FOUND) {
                break;
            } else if (high == radii.length) {
                return clash();
            } else {
                low = middle + 1;
            }
            watch.hear(high < radii.length ? radii[high] : Double.POSITIVE_INFINITY, radii[low]);
        }
        double bound = radii[Math.min(low, radii.length - 1)];
        return high == radii.length ? new OutOfTime(bound) : new Sited(radii[high], bound, low == high, best);
    }

    /** Which demand, left out, would make it feasible. */
    private Infeasible clash() {
        if (!question.quotas().isEmpty() && isFeasible(problem.withoutQuotas())) {
            return new Infeasible("the quotas by area clash with the rest: without them there is a solution");
        }
        if (problem.isLimited() && isFeasible(problem.withoutCapacities())) {
            return new Infeasible("capacity: the sites that can be reached have too few consultations a year where they"
                    + " are needed; without capacities there is a solution");
        }
        return new Infeasible(
                "p " + question.p() + ", the minutes, the quotas and the capacities clash together: relax one of them");
    }

    private boolean isFeasible(SitingProblem relaxed) {
        return Siting.solve(relaxed, watch) instanceof Sited;
    }
}
