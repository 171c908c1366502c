package fr.quartdheure.atlas.queue;

/**
 * The queue M/M/n where everybody waits until served (Erlang 1917). Immutable, thread-safe.
 *
 * <p>C = nB/(n − a(1 − B)) from Erlang B; mean wait C/(nμ − λ); P(W &gt; t) = C·e^(−(nμ−λ)t).
 */
public final class ErlangC implements Queue {

    private final Load load;
    private final int servers;
    private final double delay;

    /** @throws IllegalArgumentException when the servers cannot keep up and the queue grows without end */
    public ErlangC(Load load, int servers) {
        if (servers < 1) {
            throw new IllegalArgumentException(servers + " servers serve nobody; give 1 or more");
        }
        if (load.erlangs() >= servers) {
            throw new IllegalArgumentException("the queue grows without end: " + load.arrivalsPerHour()
                    + " arrivals per hour of " + load.serviceMinutes() + " minutes keep " + load.erlangs()
                    + " servers busy and there are " + servers + "; give at least " + stable(load)
                    + ", or the patience of those who wait");
        }
        this.load = load;
        this.servers = servers;
        double blocking = ErlangB.blocking(load.erlangs(), servers);
        this.delay = servers * blocking / (servers - load.erlangs() * (1 - blocking));
    }

    /** The fewest servers with which the queue does not grow without end. */
    public static int stable(Load load) {
        return (int) Math.floor(load.erlangs()) + 1;
    }

    @Override
    public int servers() {
        return servers;
    }

    /** The probability of having to wait. */
    public double delay() {
        return delay;
    }

    @Override
    public double meanWait() {
        return delay / freeRate();
    }

    @Override
    public double waitsLonger(double minutes) {
        return delay * Math.exp(-freeRate() * minutes);
    }

    @Override
    public double waitQuantile(double share) {
        double exceeding = 1 - share;
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share " + share + " is not between 0 and 1");
        }
        return delay <= exceeding ? 0 : Math.log(delay / exceeding) / freeRate();
    }

    @Override
    public double abandonment() {
        return 0;
    }

    @Override
    public double occupancy() {
        return load.erlangs() / servers;
    }

    /** How much faster the servers are than the arrivals, per minute. */
    private double freeRate() {
        return servers * load.servicesPerMinute() - load.arrivalsPerMinute();
    }
}
