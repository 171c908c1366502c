package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.desk.secretary.visits.VisitBoard.Asked;
import fr.quartdheure.visit.Consequences;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit about to be put by hand.
 *
 * @param places everywhere it may stand
 * @param chosen the place looked at, or null
 * @param consequences of that place, or null
 */
public record VisitHand(
        VisitErrand errand,
        int version,
        Asked asked,
        List<Place> places,
        @Nullable Place chosen,
        @Nullable Consequences consequences,
        List<Late> late) {

    /**
     * One place in one round.
     *
     * @param place from 0, among what has not begun
     * @param after whom it would follow there, or null for the first
     */
    public record Place(
            UUID round,
            int place,
            String practitioner,
            @Nullable String after) {

        public String code() {
            return round + "." + place;
        }
    }

    /** Who would be late, and by how much. */
    public record Late(String who, long minutes) {}
}
