package fr.quartdheure.atlas.queue;

import java.util.List;

/**
 * What comes to a queue over a day: people at random (Poisson), as many an hour throughout each half-hour; each needs
 * an exponential time of service and, where they lose patience, leaves after an exponential wait. Immutable.
 *
 * @param arrivals people expected in each half-hour from opening on, each 0 or more
 * @param serviceMinutes the mean time of one service, above 0
 * @param patienceMinutes the mean time after which somebody who waits leaves, above 0; {@link #ENDLESS} for never
 */
public record DayLoad(List<Double> arrivals, double serviceMinutes, double patienceMinutes) {

    /** Minutes of each part of the day. */
    public static final int HALF_HOUR = 30;

    public static final double ENDLESS = Double.POSITIVE_INFINITY;

    /** Beyond it a day cannot be lived through often enough while somebody waits before her screen. */
    public static final int MOST_ARRIVALS = 10_000;

    public DayLoad {
        arrivals = List.copyOf(arrivals);
        if (arrivals.isEmpty()) {
            throw new IllegalArgumentException("a day without any half-hour; give one or more");
        }
        arrivals.forEach(each -> load(each, serviceMinutes));
        if (sum(arrivals) > MOST_ARRIVALS) {
            throw new IllegalArgumentException(
                    sum(arrivals) + " arrivals a day are more than " + MOST_ARRIVALS + "; look at a smaller network");
        }
        if (!(patienceMinutes > 0)) {
            throw new IllegalArgumentException(
                    "patience of " + patienceMinutes + " minutes is not a duration; give more than 0");
        }
    }

    public int halfHours() {
        return arrivals.size();
    }

    /** People expected from opening to closing. */
    public double total() {
        return sum(arrivals);
    }

    /** The same day at so many places together. */
    public DayLoad at(int places) {
        return new DayLoad(arrivals.stream().map(each -> places * each).toList(), serviceMinutes, patienceMinutes);
    }

    boolean isEndlesslyPatient() {
        return patienceMinutes == ENDLESS;
    }

    /** One half-hour as if it lasted for ever. */
    Load load(int halfHour) {
        return load(arrivals.get(halfHour), serviceMinutes);
    }

    private static Load load(double arrivals, double serviceMinutes) {
        return new Load(60.0 / HALF_HOUR * arrivals, serviceMinutes);
    }

    private static double sum(List<Double> arrivals) {
        return arrivals.stream().mapToDouble(Double::doubleValue).sum();
    }
}
