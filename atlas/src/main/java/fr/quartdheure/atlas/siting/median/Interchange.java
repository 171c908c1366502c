package fr.quartdheure.atlas.siting.median;

import java.util.Arrays;

/**
 * Swaps an open site for a closed one while that pays, the best swap each time (Whitaker 1983 in the form of Resende
 * and Werneck 2007: gain of opening, loss of closing, and a correction where the two meet). Not thread-safe.
 */
final class Interchange {

    private static final int NONE = -1;

    private final MedianProblem problem;
    private final boolean[] isOpen;
    private final int[] first;
    private final double[] firstCost;
    private final double[] secondCost;
    private final double[] loss;
    private final double[] meeting;
    private int bestIn;
    private int bestOut;
    private double bestChange;

    Interchange(MedianProblem problem) {
        this.problem = problem;
        this.isOpen = new boolean[problem.sites];
        this.first = new int[problem.demands];
        this.firstCost = new double[problem.demands];
        this.secondCost = new double[problem.demands];
        this.loss = new double[problem.sites];
        this.meeting = new double[problem.sites];
    }

    /** Improves the choice in place until no single swap does, or until time is over. */
    void improve(int[] open, Incumbent incumbent) {
        Arrays.fill(isOpen, false);
        for (int site : open) {
            isOpen[site] = true;
        }
        while (!incumbent.over()) {
            serve();
            findSwap(open);
            if (bestIn == NONE) {
                return;
            }
            isOpen[open[bestOut]] = false;
            open[bestOut] = bestIn;
            isOpen[bestIn] = true;
        }
    }

    private void serve() {
        Arrays.fill(loss, 0);
        for (int i = 0; i < problem.demands; i++) {
            serve(i);
            if (first[i] != NONE) {
                loss[first[i]] += secondCost[i] - firstCost[i];
            }
        }
    }

    private void serve(int demand) {
        double outside = problem.outside[demand];
        first[demand] = NONE;
        firstCost[demand] = outside;
        secondCost[demand] = outside;
        for (int k = problem.rowStart[demand]; k < problem.rowStart[demand + 1]; k++) {
            double cost = problem.rowCost[k];
            if (cost >= outside) {
                return;
            }
            if (isOpen[problem.rowSite[k]]) {
                if (first[demand] != NONE) {
                    secondCost[demand] = cost;
                    return;
                }
                first[demand] = problem.rowSite[k];
                firstCost[demand] = cost;
            }
        }
    }

    private void findSwap(int[] open) {
        bestIn = NONE;
        bestChange = -1e-9 * (1 + Arrays.stream(firstCost).sum());
        for (int in = 0; in < problem.sites; in++) {
            if (!isOpen[in]) {
                tryIn(in, open);
            }
        }
    }

    private void tryIn(int in, int[] open) {
        double gain = 0;
        for (int k = problem.columnStart[in]; k < problem.columnStart[in + 1]; k++) {
            int demand = problem.columnDemand[k];
            double cost = problem.columnCost[k];
            if (cost < secondCost[demand]) {
                gain += Math.max(0, firstCost[demand] - cost);
                if (first[demand] != NONE) {
                    meeting[first[demand]] += secondCost[demand] - Math.max(cost, firstCost[demand]);
                }
            }
        }
        for (int out = 0; out < open.length; out++) {
            double change = loss[open[out]] - meeting[open[out]] - gain;
            meeting[open[out]] = 0;
            if (change < bestChange) {
                bestChange = change;
                bestIn = in;
                bestOut = out;
            }
        }
    }
}
