package fr.quartdheure.atlas.siting;

import java.util.Arrays;

/** Families of sets of small numbers, each set a rising array: what covers what. */
final class Sets {

    private Sets() {}

    /** For each number below {@code size} the sets that hold it. */
    static int[][] turn(int[][] sets, int size) {
        var length = new int[size];
        for (int[] set : sets) {
            for (int member : set) {
                length[member]++;
            }
        }
        var turned = new int[size][];
        Arrays.setAll(turned, member -> new int[length[member]]);
        Arrays.fill(length, 0);
        for (int s = 0; s < sets.length; s++) {
            for (int member : sets[s]) {
                turned[member][length[member]++] = s;
            }
        }
        return turned;
    }

    /** Marks each set that lies within another one; of equal sets the first stays unmarked. */
    static boolean[] within(int[][] sets, int[][] turned) {
        var marked = new boolean[sets.length];
        for (int s = 0; s < sets.length; s++) {
            marked[s] = sets[s].length == 0;
            for (int other : rarest(sets[s], turned)) {
                if (isWithin(sets[s], s, sets[other], other)) {
                    marked[s] = true;
                    break;
                }
            }
        }
        return marked;
    }

    /** Marks each set that another one lies within; of equal sets the last stays unmarked. */
    static boolean[] around(int[][] sets, int[][] turned) {
        var marked = new boolean[sets.length];
        for (int s = 0; s < sets.length; s++) {
            for (int other : rarest(sets[s], turned)) {
                if (isWithin(sets[s], s, sets[other], other)) {
                    marked[other] = true;
                }
            }
        }
        return marked;
    }

    /** The sets that hold the member which fewest sets hold. */
    private static int[] rarest(int[] set, int[][] turned) {
        int[] best = {};
        for (int member : set) {
            if (best.length == 0 || turned[member].length < best.length) {
                best = turned[member];
            }
        }
        return best;
    }

    /** Equal sets lie within each other in the order of their numbers only. */
    private static boolean isWithin(int[] small, int smallNumber, int[] great, int greatNumber) {
        if (small.length > great.length
                || smallNumber == greatNumber
                || (small.length == great.length && smallNumber < greatNumber)) {
            return false;
        }
        int at = 0;
        for (int member : small) {
            while (at < great.length && great[at] < member) {
                at++;
            }
            if (at == great.length || great[at] != member) {
                return false;
            }
        }
        return true;
    }
}
