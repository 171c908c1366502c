package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.OutOfTime;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.atlas.siting.median.MedianProblem;
import fr.quartdheure.atlas.siting.median.MedianSolution;
import fr.quartdheure.atlas.siting.median.MedianSolver;
import fr.quartdheure.atlas.siting.median.Rows;
import fr.quartdheure.atlas.travel.Pairs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The p-median and maximum covering without capacities or quotas, both as a p-median: covering is the median whose cost
 * is 0 within T and all inhabitants of the place outside.
 */
final class MedianSiting {

    private static final double PROVED = 1e-6;

    private final SitingProblem problem;
    private final Watch watch;
    private final int free;
    private final int budget;

    MedianSiting(SitingProblem problem, Watch watch) {
        this.problem = problem;
        this.watch = watch;
        this.free = problem.free().length;
        this.budget = problem.budget();
    }

    /** A set of sites, compared by what it holds. */
    private record Covering(int[] sites) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Covering that && Arrays.equals(sites, that.sites);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(sites);
        }
    }

    /** Places with the same sites become one, sites that cover no more than another one disappear. */
    SitingOutcome covering() {
        Cover cover = Cover.of(problem, problem.question().minutes());
        var merged = new HashMap<Covering, Double>();
        for (int i = 0; i < cover.rows().length; i++) {
            merged.merge(new Covering(cover.rows()[i]), cover.weights()[i], Double::sum);
        }
        int[][] rows = merged.keySet().stream().map(Covering::sites).toArray(int[][]::new);
        Arrays.sort(rows, Arrays::compare);
        int[][] columns = Sets.turn(rows, cover.names().length);
        boolean[] dominated = Sets.within(columns, rows);
        int[] kept = kept(dominated);
        double reachable =
                merged.values().stream().mapToDouble(weight -> weight).sum();
        double already = inhabitants() - reachable;
        var median = MedianProblem.of(
                coveringRows(rows, merged, kept, dominated.length), kept.length, Math.min(budget, kept.length), 0);
        Watch gain = new Outlook(watch, cost -> already + reachable - cost);
        MedianSolution solution = MedianSolver.solve(median, gain);
        var chosen = new boolean[problem.sites().size()];
        solution.sites().forEach(site -> chosen[cover.names()[kept[site]]] = true);
        return sited(chosen, already + reachable - solution.bound(), solution);
    }

    private static int[] kept(boolean[] dominated) {
        var kept = new int[dominated.length];
        int count = 0;
        for (int j = 0; j < dominated.length; j++) {
            if (!dominated[j]) {
                kept[count++] = j;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static Rows coveringRows(int[][] rows, Map<Covering, Double> weights, int[] kept, int sites) {
        var index = new int[sites];
        Arrays.fill(index, -1);
        for (int k = 0; k < kept.length; k++) {
            index[kept[k]] = k;
        }
        var sparse = new Rows(rows.length, rows.length * 8);
        for (int[] row : rows) {
            for (int site : row) {
                if (index[site] >= 0) {
                    sparse.add(index[site], 0);
                }
            }
            sparse.end(weights.getOrDefault(new Covering(row), 0.0));
        }
        return sparse;
    }

    private double inhabitants() {
        return problem.needs().stream().mapToDouble(Need::inhabitants).sum();
    }

    /** A place that nothing reaches costs more than any choice that reaches all: then nothing is feasible. */
    SitingOutcome median() {
        int[] names = problem.free();
        double unreachable = unreachable();
        var median = MedianProblem.of(medianRows(names, unreachable), free, budget, 0);
        MedianSolution solution = MedianSolver.solve(median, new Outlook(watch, cost -> cost));
        if (solution.bound() >= unreachable) {
            return new Infeasible("p " + problem.question().p() + " is too small: no choice of so many sites can be"
                    + " reached from every inhabited place");
        }
        if (solution.cost() >= unreachable) {
            return new OutOfTime(solution.bound());
        }
        var chosen = new boolean[problem.sites().size()];
        solution.sites().forEach(site -> chosen[names[site]] = true);
        return sited(chosen, solution.bound(), solution);
    }

    private double unreachable() {
        double sum = 1;
        for (int i = 0; i < problem.needs().size(); i++) {
            double farthest = 0;
            for (int k = problem.reach().start(i); k < problem.reach().start(i + 1); k++) {
                farthest = Math.max(farthest, problem.reach().length(k));
            }
            sum += problem.needs().get(i).inhabitants() * farthest;
        }
        return sum;
    }

    private Rows medianRows(int[] names, double unreachable) {
        var index = new int[problem.sites().size()];
        Arrays.fill(index, -1);
        for (int k = 0; k < free; k++) {
            index[names[k]] = k;
        }
        Pairs reach = problem.reach();
        var rows = new Rows(problem.needs().size(), reach.size());
        for (int i = 0; i < problem.needs().size(); i++) {
            double inhabitants = problem.needs().get(i).inhabitants();
            if (inhabitants > 0) {
                addRow(rows, i, index, unreachable);
            }
        }
        return rows;
    }

    private void addRow(Rows rows, int place, int[] index, double unreachable) {
        Pairs reach = problem.reach();
        double inhabitants = problem.needs().get(place).inhabitants();
        double outside = unreachable;
        double farthest = 0;
        int listed = 0;
        for (int k = reach.start(place); k < reach.start(place + 1); k++) {
            double cost = inhabitants * reach.length(k);
            if (index[reach.destination(k)] >= 0) {
                rows.add(index[reach.destination(k)], cost);
                farthest = Math.max(farthest, cost);
                listed++;
            } else if (problem.sites().get(reach.destination(k)).role().isOpen()) {
                outside = Math.min(outside, cost);
            }
        }
        boolean always = listed == free && budget > 0;
        rows.end(always ? Math.min(outside, farthest) : outside);
    }

    private Sited sited(boolean[] chosen, double bound, MedianSolution solution) {
        var opened = Choice.opened(problem, chosen, budget);
        double value = Choice.value(problem, opened);
        boolean proved = solution.cost() - solution.bound() <= PROVED * Math.abs(solution.cost());
        return new Sited(value, proved ? value : bound, proved, opened);
    }

    /** Hears costs, tells values of the objective. */
    private record Outlook(Watch watch, java.util.function.DoubleUnaryOperator value) implements Watch {
        @Override
        public double secondsLeft() {
            return watch.secondsLeft();
        }

        @Override
        public void hear(double incumbent, double bound) {
            watch.hear(value.applyAsDouble(incumbent), value.applyAsDouble(bound));
        }
    }
}
