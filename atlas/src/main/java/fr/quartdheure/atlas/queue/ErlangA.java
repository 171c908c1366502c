package fr.quartdheure.atlas.queue;

import java.util.Arrays;

/**
 * The queue M/M/n+M where each who waits leaves after an exponential patience (Palm 1957; Garnett, Mandelbaum and
 * Reiman 2002). It is stable for any load. Immutable, thread-safe.
 *
 * <p>The chances of n, n+1… people present follow from one another by λ/(nμ + iθ), from Erlang B below n. With L the
 * mean number who wait, the mean wait of all is L/λ and θL/λ of them leave. Who finds i waiting, with unlimited
 * patience, would wait the sum of exponentials of rates nμ, nμ+θ … nμ+iθ: P(W &gt; t) multiplies that by e^(−θt).
 */
public final class ErlangA implements Queue {

    private static final double NEGLIGIBLE = 1e-18;
    private static final int MOST_WAITING = 1_000_000;

    private final Load load;
    private final int servers;
    private final double leaving;
    /** The probability that at least so many wait, or that all servers are busy for 0. */
    private final double[] tail;

    private final double waiting;

    /**
     * @param patienceMinutes the mean time after which somebody who waits leaves, above 0
     * @throws IllegalArgumentException when the patience is so long that millions would wait
     */
    public ErlangA(Load load, int servers, double patienceMinutes) {
        if (servers < 1) {
            throw new IllegalArgumentException(servers + " servers serve nobody; give 1 or more");
        }
        if (!(patienceMinutes > 0 && patienceMinutes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "patience of " + patienceMinutes + " minutes is not a duration; give more than 0");
        }
        this.load = load;
        this.servers = servers;
        this.leaving = 1 / patienceMinutes;
        double blocking = ErlangB.blocking(load.erlangs(), servers);
        this.tail = blocking < Double.MIN_NORMAL ? new double[1] : tail(chances(1 / blocking));
        double sum = 0;
        for (int waitingAtLeast = tail.length - 1; waitingAtLeast > 0; waitingAtLeast--) {
            sum += tail[waitingAtLeast];
        }
        this.waiting = sum;
    }

    @Override
    public int servers() {
        return servers;
    }

    /** The probability of finding all servers busy. */
    public double delay() {
        return tail[0];
    }

    @Override
    public double meanWait() {
        return load.arrivalsPerHour() == 0 ? 0 : waiting / load.arrivalsPerMinute();
    }

    @Override
    public double abandonment() {
        return leaving * meanWait();
    }

    @Override
    public double occupancy() {
        return load.erlangs() * (1 - abandonment()) / servers;
    }

    /**
     * The sum of exponentials of rates nμ … nμ+iθ exceeds t with probability Σ_{m≤i} x^c (1−x)^m Γ(c+m)/(Γ(c)·m!),
     * where c = nμ/θ and x = e^(−θt): all terms are positive, and logarithms keep them from vanishing.
     */
    @Override
    public double waitsLonger(double minutes) {
        if (minutes == 0) {
            return tail[0];
        }
        double c = servers * load.servicesPerMinute() / leaving;
        double logStep = Math.log(-Math.expm1(-leaving * minutes));
        double logTerm = -servers * load.servicesPerMinute() * minutes;
        double sum = 0;
        for (int m = 0; m < tail.length; m++) {
            sum += Math.exp(logTerm) * tail[m];
            logTerm += logStep + Math.log((c + m) / (m + 1));
        }
        return Math.exp(-leaving * minutes) * sum;
    }

    /**
     * The probabilities of 0, 1, 2… waiting while all servers are busy, until they are negligible. They are followed
     * both ways from the likeliest, 1 at first, so that nothing overflows.
     *
     * @param below the chance of n or fewer present over that of n
     */
    private double[] chances(double below) {
        double likeliest = Math.max(0, (load.arrivalsPerMinute() - rate(0)) / leaving);
        if (likeliest > MOST_WAITING) {
            throw tooMany();
        }
        int peak = (int) likeliest;
        double[] chances = upwards(peak);
        for (int i = peak; i > 0; i--) {
            chances[i - 1] = chances[i] * rate(i) / load.arrivalsPerMinute();
        }
        double total = chances[0] * below + Arrays.stream(chances).skip(1).sum();
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= total;
        }
        return chances;
    }

    private double[] upwards(int peak) {
        var chances = new double[peak + 64];
        chances[peak] = 1;
        int last = peak;
        double ratio;
        do {
            ratio = load.arrivalsPerMinute() / rate(last + 1);
            if (last + 1 == chances.length) {
                if (last > 2 * MOST_WAITING) {
                    throw tooMany();
                }
                chances = Arrays.copyOf(chances, chances.length * 2);
            }
            chances[last + 1] = chances[last] * ratio;
            last++;
        } while (ratio >= 1 || chances[last] > NEGLIGIBLE * (1 - ratio));
        return Arrays.copyOf(chances, last + 1);
    }

    /** How many a minute end their service or leave while so many wait. */
    private double rate(int waiting) {
        return servers * load.servicesPerMinute() + waiting * leaving;
    }

    private static IllegalArgumentException tooMany() {
        return new IllegalArgumentException(
                "more than " + MOST_WAITING + " people would wait; give more servers or a shorter patience");
    }

    private static double[] tail(double[] chances) {
        var tail = chances.clone();
        for (int i = tail.length - 2; i >= 0; i--) {
            tail[i] += tail[i + 1];
        }
        return tail;
    }
}
