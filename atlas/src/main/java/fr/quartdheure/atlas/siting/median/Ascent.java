package fr.quartdheure.atlas.siting.median;

import java.util.Arrays;

/**
 * Raises the Lagrangian bound of one node by the volume algorithm (Barahona and Anbil 2000): it steps from the best
 * prices along an average of the slacks, which settles far sooner than the last slack alone. On the way it learns which
 * sites must open or stay closed in anything better than the incumbent, and how often each site opens.
 */
final class Ascent {

    private static final double LONGEST_STEP = 1.9;
    private static final double SHORTEST_STEP = 1e-4;
    private static final int PATIENCE = 12;
    private static final double SHORTER = 0.66;
    private static final double LONGER = 1.1;
    private static final double SHARE_MEMORY = 0.95;

    private final MedianProblem problem;
    private final Incumbent incumbent;
    private final Relaxation relaxation;
    private final double[] trial;
    private final double[] direction;

    final double[] price;
    final double[] share;
    final boolean[] mustOpen;
    final boolean[] mustClose;
    double bound = Double.NEGATIVE_INFINITY;
    int fixed;

    private double step = 1;
    private double weight = 0.1;
    private int idle;

    Ascent(Node node, Incumbent incumbent) {
        this.problem = node.problem();
        this.incumbent = incumbent;
        this.relaxation = new Relaxation(problem);
        this.price = node.price().clone();
        this.trial = price.clone();
        this.direction = new double[problem.demands];
        this.share = new double[problem.sites];
        this.mustOpen = new boolean[problem.sites];
        this.mustClose = new boolean[problem.sites];
    }

    /** Where the bound is better than what was known, {@code found} may look at the sites that open there. */
    interface Found {
        void sites(int[] open, double bound);
    }

    /** Climbs for so many rounds at most; less when the bound closes the node or the steps have become too short. */
    void climb(int rounds, Found found) {
        relaxation.at(trial);
        accept(found);
        System.arraycopy(relaxation.slack, 0, direction, 0, direction.length);
        for (int round = 0; round < rounds && step > SHORTEST_STEP && !done(); round++) {
            if (!move()) {
                return;
            }
            relaxation.at(trial);
            judge(found);
            remember();
        }
    }

    boolean done() {
        return bound > incumbent.cutoff() || incumbent.over();
    }

    private boolean move() {
        double norm = 0;
        for (int i = 0; i < direction.length; i++) {
            norm += blocked(i) ? 0 : direction[i] * direction[i];
        }
        if (norm < 1e-12) {
            return false;
        }
        double length = step * Math.max(incumbent.cost() - bound, 1e-9) / norm;
        for (int i = 0; i < direction.length; i++) {
            trial[i] = Math.clamp(price[i] + length * direction[i], least(i), problem.outside[i]);
        }
        return true;
    }

    private boolean blocked(int demand) {
        return direction[demand] > 0 ? price[demand] >= problem.outside[demand] : price[demand] <= least(demand);
    }

    /** Below its cheapest site a price only lowers the bound. */
    private double least(int demand) {
        return Math.min(problem.rowCost[problem.rowStart[demand]], problem.outside[demand]);
    }

    private void judge(Found found) {
        if (relaxation.bound > bound) {
            double along = 0;
            for (int i = 0; i < direction.length; i++) {
                along += direction[i] * relaxation.slack[i];
            }
            if (along >= 0) {
                step = Math.min(LONGEST_STEP, step * LONGER);
            }
            idle = 0;
            accept(found);
        } else if (++idle >= PATIENCE) {
            step *= SHORTER;
            idle = 0;
        }
    }

    private void accept(Found found) {
        bound = relaxation.bound;
        System.arraycopy(trial, 0, price, 0, price.length);
        found.sites(relaxation.open(), bound);
        fix();
    }

    private void remember() {
        for (int i = 0; i < direction.length; i++) {
            direction[i] += weight * (relaxation.slack[i] - direction[i]);
        }
        for (int j = 0; j < share.length; j++) {
            share[j] = share[j] * SHARE_MEMORY + (relaxation.isOpen[j] ? 1 - SHARE_MEMORY : 0);
        }
    }

    /** A site whose other state would raise the bound above the cutoff keeps this one. */
    private void fix() {
        double room = incumbent.cutoff() - bound;
        if (room < 0 || problem.p == 0 || problem.p == problem.sites) {
            return;
        }
        double lastIn = relaxation.lastIn();
        double firstOut = relaxation.firstOut();
        for (int j = 0; j < problem.sites; j++) {
            double saving = relaxation.saving[j];
            if (relaxation.isOpen[j] && !mustOpen[j] && firstOut - saving > room) {
                mustOpen[j] = true;
                fixed++;
            } else if (!relaxation.isOpen[j] && !mustClose[j] && saving - lastIn > room) {
                mustClose[j] = true;
                fixed++;
            }
        }
    }

    /** Starts again with long steps, as after a rest. */
    void refresh() {
        step = 1;
        Arrays.fill(direction, 0);
    }
}
