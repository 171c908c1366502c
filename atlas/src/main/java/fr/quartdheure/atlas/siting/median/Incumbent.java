package fr.quartdheure.atlas.siting.median;

import fr.quartdheure.atlas.Watch;

/** The best choice found so far, in the numbers of the whole problem, and what would still be an improvement. */
final class Incumbent {

    /** Above this share of the cost two values are the same: far below a minute of one inhabitant. */
    private static final double SAME = 1e-9;

    private static final double ROUNDING = 1e-5;

    private final MedianProblem whole;
    private final Watch watch;
    private final boolean wholeNumbers;
    private int[] sites = {};
    private double cost = Double.POSITIVE_INFINITY;

    Incumbent(MedianProblem whole, Watch watch) {
        this.whole = whole;
        this.watch = watch;
        this.wholeNumbers = whole.isWhole();
    }

    /** Keeps the choice when it is better. */
    boolean offer(int[] open) {
        double offered = whole.cost(open);
        if (offered >= cost) {
            return false;
        }
        cost = offered;
        sites = open.clone();
        return true;
    }

    double cost() {
        return cost;
    }

    int[] sites() {
        return sites.clone();
    }

    /** A part of the problem whose bound is above this holds nothing better. */
    double cutoff() {
        return wholeNumbers ? cost - 1 + ROUNDING : cost - SAME * Math.abs(cost);
    }

    /** What a bound says about the cost: whole costs round it up. */
    double proven(double bound) {
        if (bound > cutoff()) {
            return cost;
        }
        return wholeNumbers ? Math.ceil(bound - ROUNDING) : bound;
    }

    boolean over() {
        return watch.over();
    }

    void tell(double bound) {
        watch.hear(cost, proven(bound));
    }
}
