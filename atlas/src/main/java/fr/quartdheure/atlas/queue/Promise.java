package fr.quartdheure.atlas.queue;

/**
 * What those who come may expect; a limit that is not promised is {@link #NONE}. Exactly the limit keeps it. Immutable.
 *
 * @param meanMinutes limit of the mean wait, above 0
 * @param p90Minutes limit of the 90th percentile of the wait, 0 or more
 * @param abandonment limit of the share that leaves unserved, above 0: without it, who leaves makes waits short
 */
public record Promise(double meanMinutes, double p90Minutes, double abandonment) {

    public static final double NONE = Double.POSITIVE_INFINITY;

    public Promise {
        if (!(meanMinutes > 0)) {
            throw new IllegalArgumentException("a mean wait of " + meanMinutes
                    + " minutes cannot be promised: somebody may always have to wait; give more than 0");
        }
        if (!(p90Minutes >= 0)) {
            throw new IllegalArgumentException(
                    "a 90th percentile of " + p90Minutes + " minutes is not a wait; give 0 or more");
        }
        if (!(abandonment > 0)) {
            throw new IllegalArgumentException("an abandonment of " + abandonment
                    + " cannot be promised: somebody may always lose patience; give a share above 0");
        }
    }

    /** Of the wait only. */
    public Promise(double meanMinutes, double p90Minutes) {
        this(meanMinutes, p90Minutes, NONE);
    }

    public boolean isKeptBy(Queue queue) {
        return queue.meanWait() <= meanMinutes && queue.p90Wait() <= p90Minutes && queue.abandonment() <= abandonment;
    }
}
