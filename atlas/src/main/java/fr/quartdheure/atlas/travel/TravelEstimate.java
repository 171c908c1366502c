package fr.quartdheure.atlas.travel;

/**
 * Minutes by car estimated from the distance as the crow flies, for places without routed minutes.
 *
 * <p>The law t = 2.866·d^0.726 was fitted on routed times under 25 km (mean error 2.5 minutes). It knows no valley and
 * no pass: every screen that shows it says so, with its band.
 *
 * @param minutes the central value, 0 or more; "within T" compares this value
 * @param band the error on either side in minutes: 2.5, or 5 beyond 25 km
 */
public record TravelEstimate(double minutes, double band) {

    /** Up to this distance, in km, the law was fitted. */
    public static final double FITTED_KM = 25;

    private static final double SCALE = 2.866;
    private static final double EXPONENT = 0.726;
    private static final double MOUNTAIN = 1.25;
    private static final double BAND = 2.5;
    private static final double FAR_BAND = 5;

    public TravelEstimate {
        if (!(minutes >= 0)) {
            throw new IllegalArgumentException("minutes " + minutes + " are negative or not a number");
        }
    }

    /**
     * The estimate between two communes, districts or positions that are not the same commune.
     *
     * @param mountain whether either end is on the list of mountain communes
     */
    public static TravelEstimate between(Position from, Position to, boolean mountain) {
        double km = from.kmTo(to);
        return new TravelEstimate(minutes(km, mountain), km > FITTED_KM ? FAR_BAND : BAND);
    }

    /** Within a commune the platform counts no travel. */
    public static TravelEstimate withinCommune() {
        return new TravelEstimate(0, BAND);
    }

    /**
     * @param km great-circle kilometres, 0 or more
     * @return minutes by car, 0 or more
     */
    public static double minutes(double km, boolean mountain) {
        if (!(km >= 0)) {
            throw new IllegalArgumentException("distance " + km + " km is negative or not a number");
        }
        double plain = SCALE * Math.pow(km, EXPONENT);
        return mountain ? plain * MOUNTAIN : plain;
    }

    /** The distance in km that the law covers in the plain in so many minutes: nothing farther is within them. */
    public static double farthestKm(double minutes) {
        if (!(minutes >= 0)) {
            throw new IllegalArgumentException("minutes " + minutes + " are negative or not a number");
        }
        return Math.pow(minutes / SCALE, 1 / EXPONENT);
    }
}
