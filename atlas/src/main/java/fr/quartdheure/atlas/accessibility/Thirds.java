package fr.quartdheure.atlas.accessibility;

/** Weights of three zones: whole, two thirds, one third. */
final class Thirds {

    private static final double[] WEIGHTS = {0, 1 / 3.0, 2 / 3.0, 1};

    private Thirds() {}

    /** Counts zones instead of branching: minutes come in no order, and a processor would guess most branches wrong. */
    static double of(double minutes, double whole, double two, double one) {
        return WEIGHTS[(minutes < whole ? 1 : 0) + (minutes < two ? 1 : 0) + (minutes <= one ? 1 : 0)];
    }
}
