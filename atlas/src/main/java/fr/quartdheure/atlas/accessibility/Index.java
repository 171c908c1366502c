package fr.quartdheure.atlas.accessibility;

import fr.quartdheure.atlas.travel.Pairs;

/** The indexes of accessibility that are offered, each with its definition in docs/methods. */
public enum Index {
    /** The French indicator of the DREES, in consultations a year per inhabitant standardised by age. */
    APL("apl"),
    /** Everything within the threshold counts alike. */
    TWO_STEP("2sfca"),
    /** Nearer care counts more. */
    ENHANCED("e2sfca"),
    /** And a site among many is chosen less. */
    THREE_STEP("3sfca"),
    /** And nobody is counted twice. */
    BALANCED("bfca");

    private final String code;

    Index(String code) {
        this.code = code;
    }

    /** Its name in the field and on the command line. */
    public String code() {
        return code;
    }

    /** The weights that belong to the index; the zones of the APL are its own and are only cut by a lower threshold. */
    public Decay decay(double maxMinutes) {
        return switch (this) {
            case APL -> Decay.DREES.upTo(maxMinutes);
            case TWO_STEP -> Decay.within(maxMinutes);
            case ENHANCED, THREE_STEP, BALANCED -> Decay.zones(maxMinutes);
        };
    }

    /** The index of every place, with its own weights up to so many minutes; see {@link Catchments} for the rest. */
    public double[] of(Pairs pairs, double[] population, double[] supply, double maxMinutes) {
        var catchments = new Catchments(pairs, population, supply, decay(maxMinutes));
        return switch (this) {
            case APL, TWO_STEP, ENHANCED -> catchments.enhanced();
            case THREE_STEP -> catchments.threeStep();
            case BALANCED -> catchments.balanced();
        };
    }
}
