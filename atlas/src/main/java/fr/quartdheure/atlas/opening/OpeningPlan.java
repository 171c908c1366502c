package fr.quartdheure.atlas.opening;

import java.util.List;

/**
 * Openings year after year.
 *
 * @param today before any of them
 * @param choice how good the set of all sites is, when each gets as many professionals as any other
 * @param order how good the order of these sites is, by the benefit after each year, summed over the years
 */
public record OpeningPlan(Access today, List<Year> years, Proof choice, Proof order) implements Planning {

    public OpeningPlan {
        years = List.copyOf(years);
    }

    /**
     * A year of the plan.
     *
     * @param after how the people stand at its end
     */
    public record Year(List<Opened> opened, Access after) {

        public Year {
            opened = List.copyOf(opened);
        }
    }

    /** A site by its place in the problem's list, and who works there. */
    public record Opened(int site, int professionals) {}

    /**
     * @param objective the value in the unit of the benefit
     * @param bound no other is better than this
     */
    public record Proof(double objective, double bound, boolean proved) {}
}
