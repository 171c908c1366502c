package fr.quartdheure.geo;

/**
 * How many slips lie between what was typed and the beginning of a name: a letter too many, too few, another one, or
 * two that changed places. Optimal string alignment, that is edit distance with adjacent transpositions (Boytsov 2011,
 * §2.2).
 */
final class NearMiss {

    /** What {@link #slips} answers for "more than asked". */
    static final int FAR = Integer.MAX_VALUE;

    private static final int BEYOND = 1000;

    private final String typed;
    private final long letters;
    private final int most;
    private int[] beforeLast;
    private int[] last;
    private int[] current;

    /** @param most slips that still count as the same name */
    NearMiss(String typed, int most) {
        this.typed = typed;
        this.letters = letters(typed);
        this.most = most;
        int columns = typed.length() + most + 1;
        this.beforeLast = new int[columns];
        this.last = new int[columns];
        this.current = new int[columns];
    }

    /** As many slips as a name of that length bears before it is another name. */
    static int tolerated(String typed) {
        if (typed.length() < 4) {
            return 0;
        }
        return typed.length() < 7 ? 1 : 2;
    }

    /** Which letters a text has: one bit each. */
    static long letters(String text) {
        long seen = 0;
        for (int n = 0; n < text.length(); n++) {
            seen |= 1L << (text.charAt(n) & 63);
        }
        return seen;
    }

    /** Whether a name with these letters could be meant at all: a slip explains one letter that it does not have. */
    boolean isPossible(long lettersOfName) {
        return Long.bitCount(letters & ~lettersOfName) <= most;
    }

    /** The fewest slips from what was typed to any beginning of this name, or {@link #FAR}. */
    int slips(String name) {
        int width = Math.min(name.length(), typed.length() + most);
        if (width < typed.length() - most) {
            return FAR;
        }
        for (int column = 0; column <= width; column++) {
            last[column] = column;
        }
        for (int row = 1; row <= typed.length(); row++) {
            if (step(name, row, width) > most) {
                return FAR;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        int fewest = FAR;
        for (int column = Math.max(0, typed.length() - most); column <= width; column++) {
            fewest = Math.min(fewest, last[column]);
        }
        return fewest <= most ? fewest : FAR;
    }

    /** Fills one row of the distance table, where it can be small enough, and returns its smallest entry. */
    private int step(String name, int row, int width) {
        int from = Math.max(1, row - most);
        int to = Math.min(width, row + most);
        current[from - 1] = from == 1 ? row : BEYOND;
        int fewest = current[from - 1];
        for (int column = from; column <= to; column++) {
            current[column] = slipsAt(name, row, column);
            fewest = Math.min(fewest, current[column]);
        }
        if (to < width) {
            current[to + 1] = BEYOND;
        }
        return fewest;
    }

    private int slipsAt(String name, int row, int column) {
        char letter = typed.charAt(row - 1);
        char other = name.charAt(column - 1);
        int slips = Math.min(current[column - 1], last[column]) + 1;
        slips = Math.min(slips, last[column - 1] + (letter == other ? 0 : 1));
        boolean swapped = row > 1 && column > 1 && letter == name.charAt(column - 2) && other == typed.charAt(row - 2);
        return swapped ? Math.min(slips, beforeLast[column - 2] + 1) : slips;
    }
}
