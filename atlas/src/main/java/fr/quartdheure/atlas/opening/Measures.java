package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.accessibility.Distribution;

/**
 * By which access is judged.
 *
 * @param minutes T: exactly so many are within it
 * @param threshold accessible consultations a year under which a place is a desert; exactly so many are none
 */
public record Measures(double minutes, double threshold) {

    /** A quarter of an hour, and the desert of the DREES. */
    public static final Measures USUAL = new Measures(15, Distribution.DESERT_2017);

    /** An APL is a sum of rounded parts: what is short of the threshold by less is not short. */
    private static final double ROUNDING = 1e-9;

    public Measures {
        if (!(minutes >= 0 && minutes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("minutes " + minutes + " are negative or not a number");
        }
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("threshold " + threshold + " is not above 0");
        }
    }

    boolean isUnder(double apl) {
        return apl < threshold - ROUNDING;
    }
}
