package fr.quartdheure.atlas.accessibility;

/**
 * The dated constants of the APL of general practitioners: how acts become supply and how inhabitants are standardised
 * by age. Source: DREES, open data set 530 and its method. Immutable.
 *
 * @param year of the population and supply they were published for
 * @param least acts a year under which a practitioner counts for nothing
 * @param floor what any other practitioner counts for at least
 * @param ceiling what a practitioner counts for at most, health centres excepted
 * @param newcomer what a newly established practitioner counts for
 * @param ageWeights of the 19 classes 0–4, 5–9 … 85–89, 90 and over
 */
@SuppressWarnings("ArrayRecordComponent")
public record AplRules(int year, double least, double floor, double ceiling, double newcomer, double[] ageWeights) {

    public static final AplRules OF_2023 = new AplRules(2023, 250, 3600, 6000, 5400, new double[] {
        1.12, 0.58, 0.51, 0.60, 0.75, 0.79, 0.82, 0.85, 0.89, 0.93, 1.03, 1.15, 1.18, 1.23, 1.46, 1.57, 1.63, 1.89, 2.26
    });

    public AplRules {
        ageWeights = ageWeights.clone();
    }

    @Override
    public double[] ageWeights() {
        return ageWeights.clone();
    }

    /** Consultations a year that an established practitioner with so many acts a year offers. */
    public double practitioner(double acts) {
        requireAmount(acts);
        return acts < least ? 0 : Math.clamp(acts, floor, ceiling);
    }

    /** Consultations a year of a health centre: its acts, without bounds. */
    public double centre(double acts) {
        requireAmount(acts);
        return acts;
    }

    /**
     * Inhabitants standardised by age: as many of average need as these.
     *
     * @param byAge inhabitants of each of the 19 classes
     */
    public double standardise(double[] byAge) {
        if (byAge.length != ageWeights.length) {
            throw new IllegalArgumentException(byAge.length + " age classes instead of " + ageWeights.length);
        }
        double sum = 0;
        for (int age = 0; age < byAge.length; age++) {
            requireAmount(byAge[age]);
            sum += ageWeights[age] * byAge[age];
        }
        return sum;
    }

    private static void requireAmount(double amount) {
        if (!(amount >= 0)) {
            throw new IllegalArgumentException(amount + " is negative or not a number");
        }
    }
}
