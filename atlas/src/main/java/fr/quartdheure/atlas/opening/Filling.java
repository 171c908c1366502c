package fr.quartdheure.atlas.opening;

/** How full every place is while sites open and close. Not thread-safe. */
final class Filling {

    /** What half-filled places count for while looking: without it nothing leads to a place that needs two sites. */
    private static final double LEANING = 1e-6;

    private final Sums sums;
    private final double[] level;

    Filling(Sums sums) {
        this.sums = sums;
        this.level = new double[sums.worth().length];
    }

    void open(int site) {
        change(site, 1);
    }

    void close(int site) {
        change(site, -1);
    }

    private void change(int site, int sign) {
        for (int k = 0; k < sums.places()[site].length; k++) {
            level[sums.places()[site][k]] += sign * sums.shares()[site][k];
        }
    }

    /** What another open site would add, and how near it leads to more. */
    double gain(int site) {
        double gain = 0;
        for (int k = 0; k < sums.places()[site].length; k++) {
            int place = sums.places()[site][k];
            double after = level[place] + sums.shares()[site][k];
            gain += sums.worth()[place] * (merit(after) - merit(level[place]));
        }
        return gain;
    }

    private double merit(double filled) {
        return sums.whole() ? counted(filled) + LEANING * Math.min(1, filled) : counted(filled);
    }

    private double counted(double filled) {
        return sums.whole() ? (filled >= Sums.FULL ? 1 : 0) : Math.min(1, filled);
    }

    /** How full a place is, 0 to 1; only 0 or 1 where only the whole counts. */
    double counts(int place) {
        return counted(level[place]);
    }

    /** What the open sites are worth together. */
    double value() {
        double value = 0;
        for (int place = 0; place < level.length; place++) {
            value += sums.worth()[place] * counted(level[place]);
        }
        return value;
    }
}
