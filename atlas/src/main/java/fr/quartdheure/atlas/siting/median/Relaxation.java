package fr.quartdheure.atlas.siting.median;

import java.util.Arrays;

/**
 * The Lagrangian bound: every demand pays its price u, and a site that opens gives back what it saves, ρ = Σ min(0, c −
 * u). The sum of the prices and of the p most negative ρ is never above the cost of any choice (Geoffrion 1974;
 * Cornuéjols, Fisher and Nemhauser 1977). Not thread-safe: one per thread, its arrays are the result of the last call.
 */
final class Relaxation {

    private final MedianProblem problem;
    private final int[] reach;

    /** Σ min(0, c − u) of each site. */
    final double[] saving;

    /** The site numbers, the p that open first. */
    final int[] order;

    final boolean[] isOpen;

    /** 1 less the number of open sites that would serve the demand at its price. */
    final double[] slack;

    double bound;

    Relaxation(MedianProblem problem) {
        this.problem = problem;
        this.reach = new int[problem.demands];
        this.saving = new double[problem.sites];
        this.isOpen = new boolean[problem.sites];
        this.slack = new double[problem.demands];
        this.order = new int[problem.sites];
        Arrays.setAll(order, j -> j);
    }

    /** Computes the bound at these prices, which lie between the least cost of the row and the cost outside. */
    double at(double[] price) {
        double sum = problem.constant + save(price);
        Selection.least(order, saving, problem.p);
        Arrays.fill(isOpen, false);
        for (int k = 0; k < problem.p; k++) {
            isOpen[order[k]] = true;
            sum += saving[order[k]];
        }
        count();
        bound = sum;
        return sum;
    }

    private double save(double[] price) {
        Arrays.fill(saving, 0);
        double sum = 0;
        for (int i = 0; i < problem.demands; i++) {
            double paid = price[i];
            sum += paid;
            int k = problem.rowStart[i];
            int end = problem.rowStart[i + 1];
            while (k < end && problem.rowCost[k] < paid) {
                saving[problem.rowSite[k]] += problem.rowCost[k] - paid;
                k++;
            }
            reach[i] = k;
        }
        return sum;
    }

    private void count() {
        for (int i = 0; i < problem.demands; i++) {
            int served = 0;
            for (int k = problem.rowStart[i]; k < reach[i]; k++) {
                if (isOpen[problem.rowSite[k]]) {
                    served++;
                }
            }
            slack[i] = 1 - served;
        }
    }

    /** The least favourable saving among the sites that open. */
    double lastIn() {
        double worst = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < problem.p; k++) {
            worst = Math.max(worst, saving[order[k]]);
        }
        return worst;
    }

    /** The most favourable saving among those that do not. */
    double firstOut() {
        double best = Double.POSITIVE_INFINITY;
        for (int k = problem.p; k < order.length; k++) {
            best = Math.min(best, saving[order[k]]);
        }
        return best;
    }

    int[] open() {
        return Arrays.copyOf(order, problem.p);
    }
}
