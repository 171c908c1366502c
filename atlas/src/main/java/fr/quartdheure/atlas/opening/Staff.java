package fr.quartdheure.atlas.opening;

/**
 * The professionals of a plan.
 *
 * @param professionals whole ones, shared among all sites
 * @param least and most of them at one site, both included
 * @param acts consultations a year that each offers, above 0
 */
public record Staff(int professionals, int least, int most, double acts) {

    public Staff {
        if (professionals < 0 || least < 0 || most < least) {
            throw new IllegalArgumentException(
                    professionals + " professionals, " + least + " to " + most + " at a site, cannot be shared");
        }
        if (!(acts > 0 && acts < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("acts " + acts + " are not above 0");
        }
    }
}
