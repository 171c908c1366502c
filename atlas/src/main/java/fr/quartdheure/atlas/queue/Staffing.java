package fr.quartdheure.atlas.queue;

import java.util.function.IntFunction;

/** How few servers keep a promise: one more never makes anybody wait longer, so the least is found by halving. */
public final class Staffing {

    private static final int MOST = 1_000_000;

    private Staffing() {}

    /** The smallest queue that keeps the promise when everybody waits until served. */
    public static Queue fewest(Load load, Promise promise) {
        return fewest(ErlangC.stable(load), servers -> new ErlangC(load, servers), promise);
    }

    /**
     * The smallest queue that keeps the promise when people lose patience. Mind the abandonment: who leaves makes the
     * waits of others short.
     */
    public static Queue fewest(Load load, double patienceMinutes, Promise promise) {
        return fewest(1, servers -> new ErlangA(load, servers, patienceMinutes), promise);
    }

    /** @throws IllegalArgumentException when not even a million servers keep it */
    private static Queue fewest(int least, IntFunction<Queue> queues, Promise promise) {
        int low = least - 1;
        int high = least;
        while (!promise.isKeptBy(queues.apply(high))) {
            if (high >= MOST) {
                throw new IllegalArgumentException("no number of servers up to " + MOST + " keeps a mean wait of "
                        + promise.meanMinutes() + " minutes; give a longer one");
            }
            low = high;
            high = Math.min(MOST, least + 2 * (high - least) + 1);
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (promise.isKeptBy(queues.apply(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return queues.apply(high);
    }
}
