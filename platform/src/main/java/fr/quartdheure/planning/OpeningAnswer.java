package fr.quartdheure.planning;

import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.geo.Commune;
import java.util.List;

/** What came of the question where to open. */
public sealed interface OpeningAnswer {

    /**
     * @param chosen communes to open in, the largest first
     * @param openings the same as changes, each at the centre of its commune
     * @param siting the value of the choice, and what is proved about it
     * @param candidates how many communes it was chosen from
     */
    record Found(List<Commune> chosen, List<Change> openings, Sited siting, int candidates, double seconds)
            implements OpeningAnswer {}

    /** Fewer candidates than openings. */
    record TooFewCandidates(int candidates) implements OpeningAnswer {}

    /** Time was over before any choice was found. */
    record OutOfTime() implements OpeningAnswer {}
}
