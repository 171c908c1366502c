package fr.quartdheure.atlas.siting;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.travel.Pairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The siting with capacities or quotas as a mixed-integer model: whether each free site opens, and which share of each
 * place it serves. A place may be divided among sites: a town's inhabitants do not all go to one doctor.
 */
final class MixedModel {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final SitingProblem problem;
    private final Objective objective;
    private final double within;
    private final Mip mip = new Mip();
    private final MPVariable[] open;
    private final List<List<MPVariable>> served;
    private final List<List<Integer>> places;

    /** @param within only pairs of so many minutes at most are served */
    MixedModel(SitingProblem problem, double within) {
        this.problem = problem;
        this.objective = problem.question().objective();
        this.within = within;
        this.open = new MPVariable[problem.sites().size()];
        this.served = new ArrayList<>();
        this.places = new ArrayList<>();
        for (int j = 0; j < open.length; j++) {
            served.add(new ArrayList<>());
            places.add(new ArrayList<>());
            if (problem.sites().get(j).role().isFree()) {
                open[j] = mip.solver().makeBoolVar("");
            }
        }
        build();
    }

    private void build() {
        for (int i = 0; i < problem.needs().size(); i++) {
            if (problem.needs().get(i).isInhabited()) {
                serve(i);
            }
        }
        for (int j = 0; j < open.length; j++) {
            limit(j);
        }
        if (objective == Objective.LSCP) {
            for (int j : problem.free()) {
                mip.solver().objective().setCoefficient(open[j], 1);
            }
        } else {
            countOpen(List.of(), problem.budget(), problem.budget());
        }
        problem.question().quotas().forEach(this::quota);
        if (objective.isGain()) {
            mip.solver().objective().setMaximization();
        } else {
            mip.solver().objective().setMinimization();
        }
    }

    private void serve(int place) {
        double least = objective == Objective.MCLP ? 0 : 1;
        MPConstraint whole = mip.solver().makeConstraint(least, 1);
        Pairs reach = problem.reach();
        for (int k = reach.start(place); k < reach.start(place + 1); k++) {
            Role role = problem.sites().get(reach.destination(k)).role();
            if (reach.length(k) <= within && role != Role.EXCLUDED) {
                whole.setCoefficient(share(place, k), 1);
            }
        }
    }

    private MPVariable share(int place, int pair) {
        int site = problem.reach().destination(pair);
        MPVariable share = mip.solver().makeNumVar(0, 1, "");
        double inhabitants = problem.needs().get(place).inhabitants();
        switch (objective) {
            case MCLP -> mip.solver().objective().setCoefficient(share, inhabitants);
            case PMEDIAN ->
                mip.solver()
                        .objective()
                        .setCoefficient(share, inhabitants * problem.reach().length(pair));
            case PCENTER, LSCP -> {}
        }
        if (open[site] != null) {
            MPConstraint onlyOpen = mip.solver().makeConstraint(-INFINITY, 0);
            onlyOpen.setCoefficient(share, 1);
            onlyOpen.setCoefficient(open[site], -1);
        }
        served.get(site).add(share);
        places.get(site).add(place);
        return share;
    }

    /** In shares of the capacity: the numbers stay near 1. */
    private void limit(int site) {
        double capacity = problem.sites().get(site).capacity();
        if (!problem.sites().get(site).isLimited()) {
            return;
        }
        double unit = Math.max(capacity, 1);
        MPConstraint limit = mip.solver().makeConstraint(-INFINITY, open[site] == null ? capacity / unit : 0);
        for (int k = 0; k < served.get(site).size(); k++) {
            double consultations = problem.needs().get(places.get(site).get(k)).consultations();
            limit.setCoefficient(served.get(site).get(k), consultations / unit);
        }
        if (open[site] != null) {
            limit.setCoefficient(open[site], -capacity / unit);
        }
    }

    private void quota(String area, Quota quota) {
        long required = problem.sites().stream()
                .filter(site -> site.role() == Role.REQUIRED && site.area().equals(area))
                .count();
        countOpen(List.of(area), quota.least() - required, quota.most() - required);
    }

    /** How many free sites open, everywhere or new ones in one area. */
    private void countOpen(List<String> areas, double least, double most) {
        MPConstraint count = mip.solver().makeConstraint(least, most);
        for (int j : problem.free()) {
            Site site = problem.sites().get(j);
            if (areas.isEmpty() || (areas.contains(site.area()) && site.role() == Role.CANDIDATE)) {
                count.setCoefficient(open[j], 1);
            }
        }
    }

    Mip.End run(Watch watch) {
        return mip.run(watch);
    }

    double value() {
        return mip.value();
    }

    double bound() {
        return mip.bound();
    }

    List<Integer> opened() {
        var chosen = new boolean[open.length];
        for (int j = 0; j < open.length; j++) {
            chosen[j] = open[j] != null && open[j].solutionValue() > 0.5;
        }
        return Choice.opened(problem, chosen, 0);
    }

    /** How many pairs the model of a problem would hold. */
    static long pairs(SitingProblem problem, double within) {
        long count = 0;
        for (int k = 0; k < problem.reach().size(); k++) {
            count += problem.reach().length(k) <= within ? 1 : 0;
        }
        return count;
    }

    static boolean isNeeded(SitingProblem problem) {
        Map<String, Quota> quotas = problem.question().quotas();
        return problem.isLimited() || !quotas.isEmpty();
    }
}
