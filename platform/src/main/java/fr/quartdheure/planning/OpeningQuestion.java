package fr.quartdheure.planning;

import fr.quartdheure.atlas.opening.Benefit;

/**
 * Where to open, as a planner asks it; the centres that stand are kept.
 *
 * @param area whose inhabitants count, and whose communes are candidates
 * @param openings how many, 1 to 30
 * @param doctors full-time general practitioners of each opening, 1 to 20
 * @param minutes the promise, 5 to 45
 * @param leastPopulation inhabitants of a commune to be a candidate, 0 or more
 */
public record OpeningQuestion(Area area, Benefit benefit, int openings, int doctors, int minutes, int leastPopulation) {

    public static final int MOST_OPENINGS = 30;
    public static final int MOST_DOCTORS = 20;

    public OpeningQuestion {
        require("openings", openings, 1, MOST_OPENINGS);
        require("doctors", doctors, 1, MOST_DOCTORS);
        require("minutes", minutes, 5, 45);
        require("inhabitants", leastPopulation, 0, Integer.MAX_VALUE);
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " " + what + " are not between " + least + " and " + most);
        }
    }
}
