package fr.quartdheure.atlas.travel;

import java.util.Arrays;
import java.util.BitSet;

/** Travel times given pair by pair; a pair that was not given is unreachable, a place to itself is 0 minutes. */
public final class TabulatedTimes implements TravelTimes {

    private final Places origins;
    private final Places destinations;
    private final Pairs pairs;

    private TabulatedTimes(Builder given) {
        this.origins = given.origins;
        this.destinations = given.destinations;
        this.pairs = given.pairs();
    }

    @Override
    public Source source() {
        return Source.FILE;
    }

    @Override
    public Places origins() {
        return origins;
    }

    @Override
    public Places destinations() {
        return destinations;
    }

    @Override
    public double minutes(int origin, int destination) {
        for (int pair = pairs.start(origin); pair < pairs.start(origin + 1); pair++) {
            if (pairs.destination(pair) == destination) {
                return pairs.length(pair);
            }
        }
        return UNREACHABLE;
    }

    @Override
    public double band(int origin, int destination) {
        return 0;
    }

    @Override
    public Pairs within(double minutes) {
        return pairs.within(minutes);
    }

    /** Takes pairs in any order. Not thread-safe. */
    public static final class Builder {
        private final Places origins;
        private final Places destinations;
        private final Row[] rows;

        public Builder(Places origins, Places destinations) {
            this.origins = origins;
            this.destinations = destinations;
            this.rows = new Row[origins.size()];
            for (int origin = 0; origin < rows.length; origin++) {
                rows[origin] = new Row();
                var own = destinations.find(origins.code(origin));
                if (own.isPresent()) {
                    rows[origin].add(own.getAsInt(), 0);
                }
            }
        }

        /**
         * @param minutes 0 or more
         * @return false when the pair was given before, or is a place to itself: it is not taken
         */
        public boolean add(int origin, int destination, double minutes) {
            if (!(minutes >= 0)) {
                throw new IllegalArgumentException("minutes " + minutes + " are negative or not a number");
            }
            return rows[origin].add(destination, minutes);
        }

        public TabulatedTimes build() {
            return new TabulatedTimes(this);
        }

        private Pairs pairs() {
            int size = 0;
            for (Row row : rows) {
                size = Math.addExact(size, row.size);
            }
            var pairs = new Pairs.Builder(destinations.size(), rows.length, size);
            for (Row row : rows) {
                for (int i = 0; i < row.size; i++) {
                    pairs.add(row.ends[i], row.minutes[i]);
                }
                pairs.endOrigin();
            }
            return pairs.build();
        }
    }

    /** What was given for one origin. A bit for each destination finds what is given twice: the least memory. */
    private static final class Row {
        private final BitSet given = new BitSet();
        private int[] ends = new int[4];
        private double[] minutes = new double[4];
        private int size;

        boolean add(int destination, double needed) {
            if (given.get(destination)) {
                return false;
            }
            given.set(destination);
            if (size == ends.length) {
                int longer = size + (size >> 1);
                ends = Arrays.copyOf(ends, longer);
                minutes = Arrays.copyOf(minutes, longer);
            }
            ends[size] = destination;
            minutes[size++] = needed;
            return true;
        }
    }
}
