package fr.quartdheure.atlas.opening;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * A benefit as one form for every solver: a place is worth something, each open site fills a share of it, and it counts
 * as far as it is filled or, where only the whole counts, once it is full. Immutable.
 *
 * @param worth of each place, above 0
 * @param places that each site fills in part
 * @param shares of these places, above 0 and at most 1, in the same order
 * @param whole whether a place counts only when it is full
 */
@SuppressWarnings("ArrayRecordComponent")
record Sums(double[] worth, int[][] places, double[][] shares, boolean whole) {

    /** A sum of shares that is short by less is full. */
    static final double FULL = 1 - 1e-9;

    /**
     * @param base sites that are open in any case
     * @param free sites to choose from, and how many of them open together at most
     */
    static Sums of(Brought brought, Collection<Integer> base, int[] free, int budget) {
        var lacking = new Lacking(brought, base);
        var places = new int[free.length][];
        var shares = new double[free.length][];
        for (int k = 0; k < free.length; k++) {
            int site = free[k];
            double[] filled = lacking.filledBy(site);
            int[] some = IntStream.range(0, filled.length)
                    .filter(at -> filled[at] > 0)
                    .toArray();
            places[k] = Arrays.stream(some).map(at -> brought.places(site)[at]).toArray();
            shares[k] = Arrays.stream(some).mapToDouble(at -> filled[at]).toArray();
        }
        boolean whole = brought.problem().aim().benefit() == Benefit.UNDER_THRESHOLD;
        var all = new Sums(lacking.worth(), places, shares, whole);
        return whole ? all.attainable(budget) : all;
    }

    int sites() {
        return places.length;
    }

    /** No choice is worth more. */
    double most() {
        return Arrays.stream(worth).sum();
    }

    /** A place that no choice fills tempts a relaxation and is worth nothing: it goes. */
    private Sums attainable(int budget) {
        double[][] best = best(budget);
        var kept = worth.clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Arrays.stream(best[i]).sum() < FULL ? 0 : kept[i];
        }
        return new Sums(kept, places, shares, whole);
    }

    /** The greatest shares of each place, as many as sites may open. */
    private double[][] best(int budget) {
        var size = new int[worth.length];
        Arrays.stream(places).flatMapToInt(Arrays::stream).forEach(place -> size[place]++);
        var best = new double[worth.length][];
        Arrays.setAll(best, i -> new double[size[i]]);
        for (int j = 0; j < places.length; j++) {
            for (int k = 0; k < places[j].length; k++) {
                best[places[j][k]][--size[places[j][k]]] = shares[j][k];
            }
        }
        for (int i = 0; i < best.length; i++) {
            Arrays.sort(best[i]);
            best[i] = Arrays.copyOfRange(best[i], Math.max(0, best[i].length - budget), best[i].length);
        }
        return best;
    }
}
