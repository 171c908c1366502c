package fr.quartdheure.planning;

import fr.quartdheure.atlas.opening.Benefit;
import java.util.List;

/**
 * Which centres to open year after year, as a planner asks it; those that stand are kept.
 *
 * @param area whose inhabitants count, and whose communes are candidates
 * @param years how many open in each, 0 or more, 1 to 30 together in at most 10 years
 * @param staff full-time general practitioners for all of them
 * @param leastPopulation inhabitants of a commune to be a candidate, 0 or more
 */
public record PlanQuestion(Area area, Benefit benefit, List<Integer> years, Staffing staff, int leastPopulation) {

    public static final int MOST_YEARS = 10;
    public static final int MOST_DOCTORS = OpeningQuestion.MOST_OPENINGS * OpeningQuestion.MOST_DOCTORS;

    public PlanQuestion {
        years = List.copyOf(years);
        int openings = years.stream().mapToInt(Integer::intValue).sum();
        boolean isOrdered = years.size() <= MOST_YEARS && years.stream().allMatch(year -> year >= 0);
        if (!isOrdered || openings < 1 || openings > OpeningQuestion.MOST_OPENINGS) {
            throw new IllegalArgumentException("openings " + years + " by year cannot be planned");
        }
        if (leastPopulation < 0) {
            throw new IllegalArgumentException("least population " + leastPopulation + " is negative");
        }
    }

    /**
     * Who would work there.
     *
     * @param doctors in all, 0 or more
     * @param least and most of them at one centre, both included, 0 to 20
     */
    public record Staffing(int doctors, int least, int most) {

        public Staffing {
            if (doctors < 0 || least < 0 || most < least || most > OpeningQuestion.MOST_DOCTORS) {
                throw new IllegalArgumentException(
                        doctors + " doctors, " + least + " to " + most + " at a centre, cannot be shared");
            }
        }
    }

    public int openings() {
        return years.stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether there are neither too few doctors for so many centres nor too many. */
    boolean isShareable() {
        return staff.doctors() >= staff.least() * openings() && staff.doctors() <= staff.most() * openings();
    }
}
