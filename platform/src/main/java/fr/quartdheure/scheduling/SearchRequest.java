package fr.quartdheure.scheduling;

import fr.quartdheure.directory.PractitionerFilter;
import fr.quartdheure.geo.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * "I live in …, I need …, by …".
 *
 * @param within minutes of travel asked for: 15, 30 or 45
 * @param minutes length that the reason needs
 * @param from first instant of interest, included
 * @param to last instant of interest, excluded
 * @param limit slots wanted, 1–200
 */
public record SearchRequest(
        Origin origin,
        String service,
        int minutes,
        int within,
        Instant from,
        Instant to,
        SearchFilter filter,
        int limit) {

    public static final int MOST = 200;

    public SearchRequest {
        if (within != 15 && within != 30 && within != 45) {
            throw new IllegalArgumentException("within is 15, 30 or 45 minutes: " + within);
        }
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a search ends after it starts: " + from + " to " + to);
        }
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a search lists 1 to " + MOST + " slots: " + limit);
        }
    }

    /** What narrows a search beyond place, service and time; null or false = no matter. */
    public record SearchFilter(
            @Nullable Mode mode,
            boolean wheelchair,
            PractitionerFilter practitioner,
            boolean evening,
            boolean saturday) {

        public static final SearchFilter NONE = new SearchFilter(null, false, PractitionerFilter.NONE, false, false);

        boolean concernsPractitioner() {
            return !practitioner.isEmpty();
        }
    }
}
