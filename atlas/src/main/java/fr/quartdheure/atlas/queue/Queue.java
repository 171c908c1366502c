package fr.quartdheure.atlas.queue;

/**
 * A waiting line in its steady state: so many servers, first come first served.
 *
 * <p>Waits are those of <b>all</b> who arrive, in minutes from arrival to the beginning of service or, where people
 * lose patience, to the moment they leave; who is served at once waits 0. Formulas are exact for random arrivals and
 * exponential service; with less variable service people wait less.
 */
public sealed interface Queue permits ErlangC, ErlangA {

    /** Relative precision of quantiles that are found by halving. */
    double PRECISION = 1e-12;

    int servers();

    /** Minutes, 0 or more. */
    double meanWait();

    /**
     * The probability of waiting longer than this.
     *
     * @param minutes 0 or more
     */
    double waitsLonger(double minutes);

    /** The share of those who arrive that leave unserved, 0 to 1. */
    double abandonment();

    /** The share of their time that servers are busy, 0 to 1. */
    double occupancy();

    /**
     * The least wait in minutes that at most 1 − share of those who arrive exceed: 0.9 for the 90th percentile.
     *
     * @param share above 0, under 1
     */
    default double waitQuantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share " + share + " is not between 0 and 1");
        }
        double exceeding = 1 - share;
        if (waitsLonger(0) <= exceeding) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (waitsLonger(high) > exceeding) {
            low = high;
            high *= 2;
        }
        while (high - low > PRECISION * high) {
            double middle = (low + high) / 2;
            if (waitsLonger(middle) > exceeding) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The 90th percentile of the wait, in minutes. */
    default double p90Wait() {
        return waitQuantile(0.9);
    }
}
