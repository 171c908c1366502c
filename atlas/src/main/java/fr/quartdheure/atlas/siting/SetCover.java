package fr.quartdheure.atlas.siting;

import com.google.ortools.linearsolver.MPVariable;
import fr.quartdheure.atlas.Watch;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fewest sites that hit every row. Rows that others imply and sites that others dominate go first (Toregas and ReVelle
 * 1972), sites that alone hit a row are taken, and what is left, often nothing, goes to the mixed-integer solver.
 */
final class SetCover {

    private static final double ROUNDING = 1e-6;

    private final int sites;
    private final boolean[] chosen;
    private int[][] rows;
    private int taken;
    private double bound;

    /**
     * @param rows rising arrays of sites, none of them empty
     * @param sites how many sites there are
     */
    SetCover(int[][] rows, int sites) {
        this.rows = rows;
        this.sites = sites;
        this.chosen = new boolean[sites];
        reduce();
    }

    /** Whether each site is chosen. */
    boolean[] chosen() {
        return chosen.clone();
    }

    int count() {
        return (int) IntStream.range(0, sites).filter(j -> chosen[j]).count();
    }

    /** No choice has fewer sites than this. */
    int bound() {
        return (int) Math.ceil(bound - ROUNDING);
    }

    private void reduce() {
        int size;
        do {
            size = Arrays.stream(rows).mapToInt(row -> row.length).sum();
            boolean[] implied = Sets.around(rows, Sets.turn(rows, sites));
            rows = keep(implied);
            boolean[] dominated = Sets.within(Sets.turn(rows, sites), rows);
            rows = Arrays.stream(rows)
                    .map(row -> Arrays.stream(row).filter(j -> !dominated[j]).toArray())
                    .toArray(int[][]::new);
            takeEssential();
        } while (Arrays.stream(rows).mapToInt(row -> row.length).sum() < size);
        bound = taken;
    }

    private int[][] keep(boolean[] marked) {
        return IntStream.range(0, rows.length)
                .filter(r -> !marked[r])
                .mapToObj(r -> rows[r])
                .toArray(int[][]::new);
    }

    private void takeEssential() {
        for (int[] row : rows) {
            if (row.length == 1 && !chosen[row[0]]) {
                chosen[row[0]] = true;
                taken++;
            }
        }
        rows = Arrays.stream(rows).filter(row -> !isHit(row)).toArray(int[][]::new);
    }

    private boolean isHit(int[] row) {
        for (int site : row) {
            if (chosen[site]) {
                return true;
            }
        }
        return false;
    }

    /** The site that hits most rows, again and again: a choice, not always the best. */
    void hitGreedily() {
        int[][] left = rows;
        while (left.length > 0) {
            var hits = new int[sites];
            for (int[] row : left) {
                for (int site : row) {
                    hits[site]++;
                }
            }
            int best = 0;
            for (int j = 1; j < sites; j++) {
                best = hits[j] > hits[best] ? j : best;
            }
            chosen[best] = true;
            left = Arrays.stream(left).filter(row -> !isHit(row)).toArray(int[][]::new);
        }
    }

    /** Replaces the greedy choice by the best one, or by the best that time allows. */
    void hitExactly(Watch watch) {
        if (rows.length == 0) {
            return;
        }
        var mip = new Mip();
        var open = new MPVariable[sites];
        for (int[] row : rows) {
            for (int site : row) {
                if (open[site] == null) {
                    open[site] = mip.solver().makeBoolVar("");
                    mip.solver().objective().setCoefficient(open[site], 1);
                }
            }
        }
        for (int[] row : rows) {
            var hit = mip.solver().makeConstraint(1, Double.POSITIVE_INFINITY);
            for (int site : row) {
                hit.setCoefficient(open[site], 1);
            }
        }
        mip.solver().objective().setMinimization();
        take(mip, open, mip.run(watch));
    }

    private void take(Mip mip, MPVariable[] open, Mip.End end) {
        bound = Math.max(bound, taken + (end == Mip.End.OPTIMAL ? mip.value() : mip.bound()));
        boolean found = end == Mip.End.OPTIMAL || end == Mip.End.FEASIBLE;
        if (found && taken + Math.rint(mip.value()) < count()) {
            for (int j = 0; j < sites; j++) {
                if (open[j] != null) {
                    chosen[j] = open[j].solutionValue() > 0.5;
                }
            }
        }
    }
}
