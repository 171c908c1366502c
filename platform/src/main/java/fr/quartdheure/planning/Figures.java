package fr.quartdheure.planning;

import fr.quartdheure.atlas.accessibility.Distribution;
import java.util.Arrays;

/**
 * What a part of the territory has, in one row. Shares and deciles count inhabitants, the mean of the APL weights by
 * standardised inhabitants, as the DREES does. A mean or share of nobody is not a number.
 *
 * @param communes how many
 * @param population inhabitants
 * @param within15 inhabitants at most a quarter of an hour from the kind of care in question
 * @param within30 the same within half an hour
 * @param meanApl accessible consultations a year and standardised inhabitant
 * @param under inhabitants whose commune has an APL under the threshold
 * @param firstDecile the APL that a tenth of the inhabitants do not exceed
 */
public record Figures(
        int communes,
        double population,
        double within15,
        double within30,
        double meanApl,
        double under,
        double firstDecile) {

    public static final double QUARTER = 15;
    public static final double DESERT = Distribution.DESERT_2017;

    /** Over these communes, by index. */
    static Figures of(int[] communes, Demand demand, double[] nearest, double[] apl) {
        double[] people =
                Arrays.stream(communes).mapToDouble(demand::population).toArray();
        double[] weights =
                Arrays.stream(communes).mapToDouble(demand::standardised).toArray();
        double[] values = Arrays.stream(communes).mapToDouble(i -> apl[i]).toArray();
        double population = Arrays.stream(people).sum();
        double under = population == 0 ? 0 : population * Distribution.shareUnder(values, people, DESERT);
        return new Figures(
                communes.length,
                population,
                within(QUARTER, communes, demand, nearest),
                within(2 * QUARTER, communes, demand, nearest),
                Distribution.mean(values, weights),
                under,
                Distribution.quantile(values, people, 0.1));
    }

    private static double within(double minutes, int[] communes, Demand demand, double[] nearest) {
        return Arrays.stream(communes)
                .filter(i -> nearest[i] <= minutes)
                .mapToDouble(demand::population)
                .sum();
    }

    /** 0 to 1. */
    public double shareWithin15() {
        return within15 / population;
    }

    /** 0 to 1. */
    public double shareUnder() {
        return under / population;
    }

    public double beyond30() {
        return population - within30;
    }

    public double leftOut() {
        return population - within15;
    }
}
