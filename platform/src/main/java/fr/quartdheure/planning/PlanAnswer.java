package fr.quartdheure.planning;

import fr.quartdheure.atlas.opening.Access;
import fr.quartdheure.atlas.opening.OpeningPlan.Proof;
import fr.quartdheure.geo.Commune;
import java.util.List;

/** What came of the question which centres to open year after year. */
public sealed interface PlanAnswer {

    /**
     * @param population inhabitants of the area
     * @param today before any opening
     * @param choice what is proved about the communes
     * @param order what is proved about the years they open in
     * @param candidates how many communes they were chosen from
     */
    record Found(
            double population,
            Access today,
            List<Year> years,
            Proof choice,
            Proof order,
            int candidates,
            double seconds)
            implements PlanAnswer {

        public Found {
            years = List.copyOf(years);
        }

        /** All openings as changes, each at the centre of its commune. */
        public List<Change> openings() {
            return years.stream()
                    .flatMap(year -> year.opened().stream())
                    .map(Opened::change)
                    .toList();
        }
    }

    /**
     * A year of the plan.
     *
     * @param after how the inhabitants stand at its end
     */
    record Year(List<Opened> opened, Access after) {

        public Year {
            opened = List.copyOf(opened);
        }
    }

    /** A centre that opens, and how many full-time general practitioners work there. */
    record Opened(Commune commune, int doctors) {

        Change change() {
            return new Change.Opening(commune.name(), commune.lat(), commune.lon(), doctors);
        }
    }

    /** Fewer candidates than openings. */
    record TooFewCandidates(int candidates) implements PlanAnswer {}

    /** So many doctors cannot be shared among so many centres: at least and at most this many can. */
    record Unshareable(int fewest, int most) implements PlanAnswer {}

    /** Time was over before any choice was found. */
    record OutOfTime() implements PlanAnswer {}
}
