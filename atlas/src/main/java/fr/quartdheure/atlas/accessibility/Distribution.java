package fr.quartdheure.atlas.accessibility;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What the values of places say about their inhabitants. By the rule of the DREES a mean of the APL weights places by
 * standardised population, while shares and quantiles count real inhabitants. Static, thread-safe.
 */
public final class Distribution {

    /** Accessible consultations a year under which the DREES spoke of a desert (2017). */
    public static final double DESERT_2017 = 2.5;

    private Distribution() {}

    /** Σ weight·value / Σ weight; not a number where nobody lives. */
    public static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights[i];
            total += weights[i];
        }
        return sum / total;
    }

    /** The share of inhabitants, 0 to 1, whose place has a value under the threshold. */
    public static double shareUnder(double[] values, double[] population, double threshold) {
        double under = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            under += values[i] < threshold ? population[i] : 0;
            total += population[i];
        }
        return under / total;
    }

    /** The least value that at least this share of the inhabitants do not exceed: 0.1 for the first decile. */
    public static double quantile(double[] values, double[] population, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " is not between 0 and 1");
        }
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double wanted =
                share * IntStream.of(order).mapToDouble(i -> population[i]).sum();
        double so = 0;
        for (int place : order) {
            so += population[place];
            if (so >= wanted) {
                return values[place];
            }
        }
        return order.length == 0 ? Double.NaN : values[order[order.length - 1]];
    }
}
