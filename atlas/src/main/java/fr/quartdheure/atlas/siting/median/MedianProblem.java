package fr.quartdheure.atlas.siting.median;

import java.util.Arrays;

/**
 * A p-median: choose at most p sites so that the sum over the demands of the cheapest listed cost, or of the cost of
 * being left outside, is least. Immutable; costs are 0 or more in any one unit.
 *
 * <p>Rows are sparse and sorted by rising cost, for a bound only ever looks at the first few of each.
 */
public final class MedianProblem {

    final int demands;
    final int sites;
    final int p;
    final double constant;
    final int[] rowStart;
    final int[] rowSite;
    final double[] rowCost;
    final double[] outside;
    final int[] columnStart;
    final int[] columnDemand;
    final double[] columnCost;

    private MedianProblem(Rows rows, int sites, int p, double constant) {
        this.demands = rows.demands();
        this.sites = sites;
        this.p = p;
        this.constant = constant;
        this.rowStart = rows.starts();
        this.rowSite = rows.sites();
        this.rowCost = rows.costs();
        this.outside = rows.outside();
        this.columnStart = new int[sites + 1];
        this.columnDemand = new int[rowSite.length];
        this.columnCost = new double[rowSite.length];
        turn();
    }

    /**
     * @param rows each demand's costs; they are sorted here
     * @param sites how many sites there are, numbered from 0
     * @param p how many of them may open, 0 to {@code sites}
     * @param constant a cost that nothing changes
     */
    public static MedianProblem of(Rows rows, int sites, int p, double constant) {
        if (p < 0 || p > sites) {
            throw new IllegalArgumentException("p " + p + " is not between 0 and the " + sites + " sites");
        }
        rows.sort();
        return new MedianProblem(rows, sites, p, constant);
    }

    /** Rows that are sorted already. */
    static MedianProblem sorted(Rows rows, int sites, int p, double constant) {
        return new MedianProblem(rows, sites, p, constant);
    }

    /** How many sites there are. */
    public int sites() {
        return sites;
    }

    /** How many may open. */
    public int p() {
        return p;
    }

    /** The cost when exactly these sites are open, summed in the order of the demands. */
    public double cost(int[] open) {
        var isOpen = new boolean[sites];
        for (int site : open) {
            isOpen[site] = true;
        }
        double sum = constant;
        for (int i = 0; i < demands; i++) {
            sum += cheapest(i, isOpen);
        }
        return sum;
    }

    private double cheapest(int demand, boolean[] isOpen) {
        for (int k = rowStart[demand]; k < rowStart[demand + 1]; k++) {
            if (isOpen[rowSite[k]]) {
                return Math.min(rowCost[k], outside[demand]);
            }
        }
        return outside[demand];
    }

    /** Whether every cost is a whole number, so that a bound may be rounded up. */
    boolean isWhole() {
        return Arrays.stream(rowCost).allMatch(MedianProblem::isWhole)
                && Arrays.stream(outside).allMatch(MedianProblem::isWhole)
                && isWhole(constant);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private void turn() {
        for (int site : rowSite) {
            columnStart[site + 1]++;
        }
        for (int j = 0; j < sites; j++) {
            columnStart[j + 1] += columnStart[j];
        }
        int[] next = columnStart.clone();
        for (int i = 0; i < demands; i++) {
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                int at = next[rowSite[k]]++;
                columnDemand[at] = i;
                columnCost[at] = rowCost[k];
            }
        }
    }
}
