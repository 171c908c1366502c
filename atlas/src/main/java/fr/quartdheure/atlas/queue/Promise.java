package fr.quartdheure.atlas.queue;

/**
 * What those who come may expect; a limit that is not promised is {@link #NONE}. Exactly the limit keeps it. Immutable.
 *
 * @param meanMinutes limit of the mean wait, above 0
 * @param p90Minutes limit of the 90th percentile of the wait, 0 or more
 */
public record Promise(double meanMinutes, double p90Minutes) {

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
    }

    public boolean isKeptBy(Queue queue) {
        return queue.meanWait() <= meanMinutes && queue.p90Wait() <= p90Minutes;
    }
}
