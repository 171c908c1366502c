package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.travel.TravelTimes;

/**
 * The people of a place, and what they have whatever opens.
 *
 * @param inhabitants real ones, 0 or more
 * @param standardised the same by age, 0 or more: as many of average need
 * @param apl accessible consultations a year of each of them from the supply that stays, 0 or more
 * @param nearest minutes to the nearest point of care that stays, or {@link TravelTimes#UNREACHABLE}
 */
public record Resident(double inhabitants, double standardised, double apl, double nearest) {

    public Resident {
        requireAmount("inhabitants", inhabitants);
        requireAmount("standardised inhabitants", standardised);
        requireAmount("APL", apl);
        if (!(nearest >= 0)) {
            throw new IllegalArgumentException("minutes " + nearest + " are negative or not a number");
        }
    }

    private static void requireAmount(String what, double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " " + amount + " is negative or not a number");
        }
    }
}
