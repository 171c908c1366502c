package fr.quartdheure.atlas.queue;

/**
 * What comes to a queue: people at random (Poisson), each needing an exponential time of service. Immutable.
 *
 * @param arrivalsPerHour 0 or more
 * @param serviceMinutes the mean time of one service, above 0
 */
public record Load(double arrivalsPerHour, double serviceMinutes) {

    /** Beyond it a network is not one queue, and the recursions would take seconds. */
    public static final double GREATEST = 100_000;

    public Load {
        if (!(arrivalsPerHour >= 0 && arrivalsPerHour < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "arrivals per hour " + arrivalsPerHour + " are negative or not a number; give 0 or more");
        }
        if (!(serviceMinutes > 0 && serviceMinutes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "service of " + serviceMinutes + " minutes is not a duration; give more than 0");
        }
        if (arrivalsPerHour * serviceMinutes / 60 > GREATEST) {
            throw new IllegalArgumentException(arrivalsPerHour + " arrivals per hour of " + serviceMinutes
                    + " minutes would keep more than 100000 servers busy; look at a smaller network");
        }
    }

    public double arrivalsPerMinute() {
        return arrivalsPerHour / 60;
    }

    /** Services that one busy server ends per minute. */
    public double servicesPerMinute() {
        return 1 / serviceMinutes;
    }

    /** Servers kept busy on average, were nobody to leave: the offered load in erlangs. */
    public double erlangs() {
        return arrivalsPerHour * serviceMinutes / 60;
    }
}
