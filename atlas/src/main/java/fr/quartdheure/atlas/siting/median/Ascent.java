package fr.quartdheure.atlas.siting.median;

/**
 * Raises the Lagrangian bound of one node by subgradient steps (Held, Wolfe and Crowder 1974) along a moving average of
 * the slacks. On the way it learns which sites must open or stay closed in anything better than the incumbent, and how
 * often each site opens.
 *
 * <p>The volume algorithm was tried in its place: its steps from the best prices only got stuck on instances of 900
 * nodes, where these walk on.
 */
final class Ascent {

    private static final double FIRST_STEP = 1.5;
    private static final double LAST_STEP = 1e-4;
    private static final int PATIENCE = 25;
    private static final double SHORTER = 0.6;
    private static final double MEMORY = 0.7;
    private static final double SHARE_MEMORY = 0.97;
    /** A rise of less than this part of what is missing is no progress. */
    private static final double PROGRESS = 1e-4;

    private final MedianProblem problem;
    private final Incumbent incumbent;
    private final Relaxation relaxation;
    private final double[] trial;
    private final double[] direction;

    /** The prices of the best bound. */
    final double[] price;

    /** How often each site opened lately, 0 to 1. */
    final double[] share;

    final boolean[] mustOpen;
    final boolean[] mustClose;
    double bound = Double.NEGATIVE_INFINITY;
    int fixed;

    private double step = FIRST_STEP;
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

    /** Looks at the sites that open where the bound is better than what was known. */
    interface Found {
        void sites(int[] open, double bound);
    }

    /** Climbs for so many rounds at most; less when the bound closes the node or the steps have become too short. */
    void climb(int rounds, Found found) {
        relaxation.at(trial);
        accept(found);
        for (int round = 0; round < rounds && step > LAST_STEP && !done(); round++) {
            steer();
            if (!move()) {
                return;
            }
            relaxation.at(trial);
            judge(found);
        }
    }

    boolean done() {
        return bound > incumbent.cutoff() || incumbent.over();
    }

    private void steer() {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = MEMORY * direction[i] + (1 - MEMORY) * relaxation.slack[i];
        }
        for (int j = 0; j < share.length; j++) {
            share[j] = SHARE_MEMORY * share[j] + (relaxation.isOpen[j] ? 1 - SHARE_MEMORY : 0);
        }
    }

    private boolean move() {
        double norm = 0;
        for (int i = 0; i < direction.length; i++) {
            norm += isBlocked(i) ? 0 : direction[i] * direction[i];
        }
        if (norm < 1e-12) {
            return false;
        }
        double length = step * Math.max(incumbent.cost() - relaxation.bound, 1e-9) / norm;
        for (int i = 0; i < direction.length; i++) {
            trial[i] = Math.clamp(trial[i] + length * direction[i], least(i), problem.outside[i]);
        }
        return true;
    }

    private boolean isBlocked(int demand) {
        return direction[demand] > 0 ? trial[demand] >= problem.outside[demand] : trial[demand] <= least(demand);
    }

    /** Below its cheapest site a price only lowers the bound. */
    private double least(int demand) {
        return problem.rowCost[problem.rowStart[demand]];
    }

    private void judge(Found found) {
        double missing = incumbent.cost() - bound;
        idle = relaxation.bound > bound + PROGRESS * missing ? 0 : idle + 1;
        if (relaxation.bound > bound) {
            accept(found);
        } else if (idle >= PATIENCE) {
            step *= SHORTER;
            idle = 0;
            System.arraycopy(price, 0, trial, 0, price.length);
            relaxation.at(trial);
            System.arraycopy(relaxation.slack, 0, direction, 0, direction.length);
        }
    }

    private void accept(Found found) {
        bound = relaxation.bound;
        System.arraycopy(trial, 0, price, 0, price.length);
        found.sites(relaxation.open(), bound);
        fix();
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
}
