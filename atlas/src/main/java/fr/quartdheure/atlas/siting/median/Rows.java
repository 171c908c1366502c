package fr.quartdheure.atlas.siting.median;

import java.util.Arrays;

/** What each demand pays at each site that it can use, and outside; rows grow one after the other. */
public final class Rows {

    private static final int INDEX_BITS = 32;

    private int demands;
    private int entries;
    private int[] starts;
    private int[] sites;
    private double[] costs;
    private double[] outside;

    public Rows(int demandsExpected, int entriesExpected) {
        this.starts = new int[demandsExpected + 2];
        this.outside = new double[demandsExpected + 1];
        this.sites = new int[Math.max(1, entriesExpected)];
        this.costs = new double[sites.length];
    }

    /** Adds an entry to the row that is being written: the cost is 0 or more, a site appears once in a row. */
    public void add(int site, double cost) {
        if (entries == sites.length) {
            int longer = Math.max(16, entries + (entries >> 1));
            sites = Arrays.copyOf(sites, longer);
            costs = Arrays.copyOf(costs, longer);
        }
        sites[entries] = site;
        costs[entries++] = cost;
    }

    /** Ends the row that is being written, and gives the cost of its demand when none of its sites is open. */
    public void end(double costOutside) {
        if (demands == outside.length) {
            outside = Arrays.copyOf(outside, demands * 2);
            starts = Arrays.copyOf(starts, demands * 2 + 1);
        }
        outside[demands++] = costOutside;
        starts[demands] = entries;
    }

    /** How many entries the row that is being written has. */
    int open() {
        return entries - starts[demands];
    }

    /** The least cost of the row that is being written, which is sorted already. */
    double cheapest() {
        return costs[starts[demands]];
    }

    int demands() {
        return demands;
    }

    int[] starts() {
        return Arrays.copyOf(starts, demands + 1);
    }

    int[] sites() {
        return Arrays.copyOf(sites, entries);
    }

    double[] costs() {
        return Arrays.copyOf(costs, entries);
    }

    double[] outside() {
        return Arrays.copyOf(outside, demands);
    }

    void sort() {
        for (int i = 0; i < demands; i++) {
            sort(starts[i], starts[i + 1]);
        }
    }

    /** By the bits of a float and the index packed in one number, then what the float rounded is put right. */
    private void sort(int from, int to) {
        var keys = new long[to - from];
        for (int k = from; k < to; k++) {
            keys[k - from] = (long) Float.floatToIntBits((float) costs[k]) << INDEX_BITS | (k - from);
        }
        Arrays.sort(keys);
        int[] oldSites = Arrays.copyOfRange(sites, from, to);
        double[] oldCosts = Arrays.copyOfRange(costs, from, to);
        for (int k = 0; k < keys.length; k++) {
            int old = (int) keys[k];
            insert(from, from + k, oldSites[old], oldCosts[old]);
        }
    }

    private void insert(int from, int end, int site, double cost) {
        int at = end;
        while (at > from && costs[at - 1] > cost) {
            sites[at] = sites[at - 1];
            costs[at] = costs[at - 1];
            at--;
        }
        sites[at] = site;
        costs[at] = cost;
    }
}
