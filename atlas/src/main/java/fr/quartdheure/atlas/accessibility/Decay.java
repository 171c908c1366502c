package fr.quartdheure.atlas.accessibility;

import java.util.Arrays;

/** How much less people use care that is farther away. Immutable, thread-safe. */
@FunctionalInterface
public interface Decay {

    /** The zones of the French APL: whole under 10 minutes, 2/3 under 15, 1/3 up to 20 included (DREES). */
    Decay DREES = minutes -> Thirds.of(minutes, 10, 15, 20);

    /**
     * @param minutes 0 or more
     * @return 0 to 1, never growing with the minutes
     */
    double weight(double minutes);

    /** Everything up to the threshold included, nothing beyond (Luo and Wang 2003). */
    static Decay within(double threshold) {
        requirePositive(threshold);
        return minutes -> minutes <= threshold ? 1 : 0;
    }

    /** The shares of {@link #DREES} stretched to another threshold: its half, three quarters and the whole. */
    static Decay zones(double threshold) {
        requirePositive(threshold);
        return minutes -> Thirds.of(minutes, threshold / 2, threshold * 0.75, threshold);
    }

    /** (e^(−½(t/T)²) − e^(−½)) / (1 − e^(−½)) up to T, 0 beyond: 1 at the door, 0 at the threshold (Dai 2010). */
    static Decay gaussian(double threshold) {
        requirePositive(threshold);
        double edge = Math.exp(-0.5);
        return minutes -> {
            double part = minutes / threshold;
            return part > 1 ? 0 : Math.max(0, (Math.exp(-0.5 * part * part) - edge) / (1 - edge));
        };
    }

    /**
     * Zones of any number (Luo and Qi 2009).
     *
     * @param ends of the zones in minutes, growing; each belongs to its zone
     * @param weights of the zones, 0 to 1, never growing
     */
    static Decay steps(double[] ends, double[] weights) {
        double[] limits = ends.clone();
        double[] shares = weights.clone();
        requireFading(limits, shares);
        return minutes -> {
            for (int i = 0; i < limits.length; i++) {
                if (minutes <= limits[i]) {
                    return shares[i];
                }
            }
            return 0;
        };
    }

    /** This decay, and nothing beyond so many minutes. */
    default Decay upTo(double threshold) {
        requirePositive(threshold);
        return minutes -> minutes <= threshold ? weight(minutes) : 0;
    }

    private static void requireFading(double[] ends, double[] weights) {
        boolean fading = ends.length == weights.length && ends.length > 0;
        for (int i = 0; fading && i < ends.length; i++) {
            double before = i == 0 ? Math.nextDown(0.0) : ends[i - 1];
            double above = i == 0 ? 1 : weights[i - 1];
            fading = ends[i] > before && weights[i] >= 0 && weights[i] <= above;
        }
        if (!fading) {
            throw new IllegalArgumentException("zones " + Arrays.toString(ends) + " and their weights "
                    + Arrays.toString(weights) + " must grow outwards and fade");
        }
    }

    private static void requirePositive(double threshold) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("threshold " + threshold + " min is not above 0");
        }
    }
}
