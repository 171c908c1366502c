package fr.quartdheure.atlas.siting.median;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Opens, one after the other, the site that saves most. Savings only shrink as sites open, so a site whose old saving
 * is beaten need not be looked at again (Minoux 1978).
 */
final class Greedy {

    private record Saving(int site, double saved, int round) {}

    private final MedianProblem problem;
    private final double[] paid;

    Greedy(MedianProblem problem) {
        this.problem = problem;
        this.paid = problem.outside.clone();
    }

    int[] choose() {
        var queue = new PriorityQueue<Saving>(
                Comparator.comparingDouble(Saving::saved).reversed().thenComparingInt(Saving::site));
        for (int j = 0; j < problem.sites; j++) {
            queue.add(new Saving(j, saving(j), 0));
        }
        var chosen = new int[problem.p];
        int count = 0;
        while (count < problem.p) {
            Saving best = queue.remove();
            if (best.round() < count) {
                queue.add(new Saving(best.site(), saving(best.site()), count));
            } else {
                chosen[count++] = best.site();
                open(best.site());
            }
        }
        return chosen;
    }

    private double saving(int site) {
        double sum = 0;
        for (int k = problem.columnStart[site]; k < problem.columnStart[site + 1]; k++) {
            sum += Math.max(0, paid[problem.columnDemand[k]] - problem.columnCost[k]);
        }
        return sum;
    }

    private void open(int site) {
        for (int k = problem.columnStart[site]; k < problem.columnStart[site + 1]; k++) {
            int demand = problem.columnDemand[k];
            paid[demand] = Math.min(paid[demand], problem.columnCost[k]);
        }
    }
}
