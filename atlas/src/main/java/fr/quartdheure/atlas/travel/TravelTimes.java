package fr.quartdheure.atlas.travel;

/**
 * Minutes from origins, where people live, to destinations, where care is given, both known by index. Thread-safe.
 *
 * <p>"Within T" compares the central value: exactly T minutes is within T. A place to itself, recognised by its code,
 * is 0 minutes whatever the source says.
 */
public interface TravelTimes {

    /** The minutes of a pair that no journey joins; greater than every number of minutes. */
    double UNREACHABLE = Double.POSITIVE_INFINITY;

    /** Where minutes come from; every screen and answer names it. */
    enum Source {
        /** As the crow flies, by the law of {@link TravelEstimate}; in the mountains count more. */
        ESTIMATE,
        /** From a file that was brought. */
        FILE,
        /** Along a road network. */
        ROADS
    }

    Source source();

    Places origins();

    Places destinations();

    /** Minutes, 0 or more, or {@link #UNREACHABLE}. */
    double minutes(int origin, int destination);

    /** The error on either side in minutes, 0 or more; 0 where the source claims none, not where it is exact. */
    double band(int origin, int destination);

    /** Every pair of at most so many minutes, with its minutes. */
    Pairs within(double minutes);

    /** Whether both ends are one place. */
    static boolean same(Places origins, int origin, Places destinations, int destination) {
        return origins.code(origin).equals(destinations.code(destination));
    }
}
