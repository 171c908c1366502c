package fr.quartdheure.atlas.siting.median;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A part of the search: what is left to decide once some sites are open and some closed.
 *
 * @param problem what is left, its sites renumbered
 * @param names the number of each of its sites in the whole problem
 * @param places the number of each of its demands in the whole problem
 * @param opened the sites of the whole problem that are open already
 * @param price where the ascent of the bound starts, one per demand that is left
 * @param bound a bound that is known already
 */
record Node(MedianProblem problem, int[] names, int[] places, int[] opened, double[] price, double bound) {

    private static final int GONE = -1;

    static Node root(MedianProblem problem) {
        var names = new int[problem.sites];
        Arrays.setAll(names, j -> j);
        var nothing = new boolean[problem.sites];
        var places = new int[problem.demands];
        Arrays.setAll(places, i -> i);
        var all = new Node(problem, names, places, new int[0], firstPrices(problem), Double.NEGATIVE_INFINITY);
        // Drops the demands and entries that cannot matter.
        return all.fix(nothing, nothing);
    }

    /** Each demand starts at a price that a few sites undercut. */
    private static double[] firstPrices(MedianProblem problem) {
        var price = new double[problem.demands];
        int few = problem.sites / Math.max(1, problem.p);
        for (int i = 0; i < problem.demands; i++) {
            int length = problem.rowStart[i + 1] - problem.rowStart[i];
            price[i] = few >= length ? problem.outside[i] : problem.rowCost[problem.rowStart[i] + few];
            price[i] = Math.min(price[i], problem.outside[i]);
        }
        return price;
    }

    /** The same with a better bound and its prices. */
    Node at(double[] better, double known) {
        return new Node(problem, names, places, opened, better, known);
    }

    /** The sites of the whole problem that are open when these of what is left open too. */
    int[] whole(int[] open) {
        int[] all = Arrays.copyOf(opened, opened.length + open.length);
        for (int k = 0; k < open.length; k++) {
            all[opened.length + k] = names[open[k]];
        }
        return all;
    }

    /** What is left once the marked sites are open or closed: a demand never pays more than an open site asks. */
    Node fix(boolean[] open, boolean[] closed) {
        int[] renumbered = renumber(open, closed);
        var rows = new Rows(problem.demands, problem.rowSite.length);
        var prices = new double[problem.demands];
        double constant = problem.constant;
        var kept = new int[problem.demands];
        int rowCount = 0;
        for (int i = 0; i < problem.demands; i++) {
            double outside = copyRow(i, open, renumbered, rows);
            if (rows.open() == 0) {
                constant += outside;
            } else {
                prices[rowCount] = Math.clamp(price[i], rows.cheapest(), outside);
                kept[rowCount++] = places[i];
                rows.end(outside);
            }
        }
        int[] nowOpen = marked(open);
        int[] left = left(renumbered);
        int p = Math.min(problem.p - nowOpen.length, left.length);
        return new Node(
                MedianProblem.sorted(rows, left.length, p, constant),
                left,
                Arrays.copyOf(kept, rowCount),
                whole(nowOpen),
                Arrays.copyOf(prices, rowCount),
                bound);
    }

    private double copyRow(int demand, boolean[] open, int[] renumbered, Rows rows) {
        double outside = problem.outside[demand];
        for (int k = problem.rowStart[demand]; k < problem.rowStart[demand + 1]; k++) {
            int site = problem.rowSite[k];
            double cost = problem.rowCost[k];
            if (cost >= outside) {
                return outside;
            }
            if (open[site]) {
                return cost;
            }
            if (renumbered[site] != GONE) {
                rows.add(renumbered[site], cost);
            }
        }
        return outside;
    }

    private int[] renumber(boolean[] open, boolean[] closed) {
        var renumbered = new int[problem.sites];
        int next = 0;
        for (int j = 0; j < problem.sites; j++) {
            renumbered[j] = open[j] || closed[j] ? GONE : next++;
        }
        return renumbered;
    }

    private int[] left(int[] renumbered) {
        var left = new int[problem.sites];
        int count = 0;
        for (int j = 0; j < problem.sites; j++) {
            if (renumbered[j] != GONE) {
                left[count++] = names[j];
            }
        }
        return Arrays.copyOf(left, count);
    }

    private static int[] marked(boolean[] marks) {
        return IntStream.range(0, marks.length).filter(j -> marks[j]).toArray();
    }
}
