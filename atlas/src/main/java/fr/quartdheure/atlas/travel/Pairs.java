package fr.quartdheure.atlas.travel;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The pairs of an origin and a destination that are near enough, each with its length: minutes, or kilometres where
 * {@link Nearby} made them. Stored in compressed rows: 12 bytes a pair. Immutable, thread-safe.
 */
public final class Pairs {

    private final int destinations;
    private final int[] starts;
    private final int[] ends;
    private final double[] lengths;

    /**
     * Takes the arrays over without copying them.
     *
     * @param starts where the pairs of each origin start in the other two arrays, and their number as last value
     * @param ends the index of each pair's destination
     * @param lengths of each pair, 0 or more
     */
    Pairs(int destinations, int[] starts, int[] ends, double[] lengths) {
        this.destinations = destinations;
        this.starts = starts;
        this.ends = ends;
        this.lengths = lengths;
    }

    /** Number of pairs. */
    public int size() {
        return starts[starts.length - 1];
    }

    public int origins() {
        return starts.length - 1;
    }

    public int destinations() {
        return destinations;
    }

    /** The first pair of an origin; its last is the one before the first of the next origin. */
    public int start(int origin) {
        return starts[origin];
    }

    /** The destination of a pair. */
    public int destination(int pair) {
        return ends[pair];
    }

    public double length(int pair) {
        return lengths[pair];
    }

    /** The same pairs with another length each, in the same order. */
    public Pairs map(DoubleUnaryOperator length) {
        var mapped = new double[size()];
        for (int pair = 0; pair < mapped.length; pair++) {
            mapped[pair] = length.applyAsDouble(lengths[pair]);
        }
        return new Pairs(destinations, starts, ends, mapped);
    }

    /** The pairs that are no longer than this. */
    public Pairs within(double longest) {
        var kept = new Builder(destinations, origins(), size());
        for (int origin = 0; origin < origins(); origin++) {
            for (int pair = starts[origin]; pair < starts[origin + 1]; pair++) {
                if (lengths[pair] <= longest) {
                    kept.add(ends[pair], lengths[pair]);
                }
            }
            kept.endOrigin();
        }
        return kept.build();
    }

    /** The length to the nearest destination of each origin; {@link TravelTimes#UNREACHABLE} where there is none. */
    public double[] nearest() {
        var nearest = new double[origins()];
        for (int origin = 0; origin < nearest.length; origin++) {
            double least = TravelTimes.UNREACHABLE;
            for (int pair = starts[origin]; pair < starts[origin + 1]; pair++) {
                least = Math.min(least, lengths[pair]);
            }
            nearest[origin] = least;
        }
        return nearest;
    }

    /** The same pairs from the other end: each destination becomes an origin. */
    public Pairs turned() {
        var turnedStarts = new int[destinations + 1];
        for (int pair = 0; pair < size(); pair++) {
            turnedStarts[ends[pair] + 1]++;
        }
        Arrays.parallelPrefix(turnedStarts, Integer::sum);
        int[] next = turnedStarts.clone();
        var turnedEnds = new int[size()];
        var turnedLengths = new double[size()];
        for (int origin = 0; origin < origins(); origin++) {
            for (int pair = starts[origin]; pair < starts[origin + 1]; pair++) {
                int at = next[ends[pair]]++;
                turnedEnds[at] = origin;
                turnedLengths[at] = lengths[pair];
            }
        }
        return new Pairs(origins(), turnedStarts, turnedEnds, turnedLengths);
    }

    /** Collects pairs, origin after origin. Not thread-safe. */
    public static final class Builder {
        private final int destinations;
        private final int[] starts;
        private int[] ends;
        private double[] lengths;
        private int origin;
        private int size;

        /** @param expected pairs; more of them are taken all the same */
        public Builder(int destinations, int origins, int expected) {
            this.destinations = destinations;
            this.starts = new int[origins + 1];
            this.ends = new int[Math.max(16, expected)];
            this.lengths = new double[ends.length];
        }

        /** @param length 0 or more */
        public void add(int destination, double length) {
            if (size == ends.length) {
                int longer = Math.addExact(size, size >> 1);
                ends = Arrays.copyOf(ends, longer);
                lengths = Arrays.copyOf(lengths, longer);
            }
            ends[size] = destination;
            lengths[size++] = length;
        }

        /** The pairs that follow belong to the next origin. */
        public void endOrigin() {
            starts[++origin] = size;
        }

        public Pairs build() {
            if (size < ends.length) {
                ends = Arrays.copyOf(ends, size);
                lengths = Arrays.copyOf(lengths, size);
            }
            return new Pairs(destinations, starts, ends, lengths);
        }
    }
}
