package fr.quartdheure.atlas.siting;

import java.util.Arrays;

/**
 * Minutes from each place to each site that can be reached from it, sparse: a pair that is absent is out of reach. The
 * rows are written in the order of the places. Read by any number of threads once {@link Builder#build} has been called.
 */
public final class Reach {

    private final int[] starts;
    private final int[] sites;
    private final double[] minutes;

    private Reach(int[] starts, int[] sites, double[] minutes) {
        this.starts = starts;
        this.sites = sites;
        this.minutes = minutes;
    }

    /** How many places there are. */
    public int places() {
        return starts.length - 1;
    }

    /** How many pairs. */
    public int pairs() {
        return sites.length;
    }

    /** The first pair of a place. */
    int from(int place) {
        return starts[place];
    }

    /** One after the last pair of a place. */
    int to(int place) {
        return starts[place + 1];
    }

    int site(int pair) {
        return sites[pair];
    }

    double minutes(int pair) {
        return minutes[pair];
    }

    double[] allMinutes() {
        return minutes.clone();
    }

    /** Takes the pairs place by place. */
    public static final class Builder {

        private int[] starts = new int[1024];
        private int[] sites = new int[4096];
        private double[] minutes = new double[4096];
        private int places;
        private int pairs;

        /** A pair of the place that is being written: the site's number, once a row, and 0 minutes or more. */
        public Builder add(int site, double time) {
            if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("minutes " + time + " are negative or not a number");
            }
            if (pairs == sites.length) {
                sites = Arrays.copyOf(sites, pairs * 2);
                minutes = Arrays.copyOf(minutes, pairs * 2);
            }
            sites[pairs] = site;
            minutes[pairs++] = time;
            return this;
        }

        /** Ends the row of the place that is being written. */
        public Builder end() {
            if (++places == starts.length) {
                starts = Arrays.copyOf(starts, places * 2);
            }
            starts[places] = pairs;
            return this;
        }

        public Reach build() {
            return new Reach(
                    Arrays.copyOf(starts, places + 1), Arrays.copyOf(sites, pairs), Arrays.copyOf(minutes, pairs));
        }
    }
}
