package fr.quartdheure.visit;

import java.time.Instant;
import java.util.List;

/**
 * What putting a visit by hand would mean.
 *
 * @param start when it would begin
 * @param late who would be seen after the hours she gave, in the same round
 * @param overtime minutes by which the round would end after its hours; 0 or more
 * @param able whether who goes is who was asked for
 * @param way minutes on the way more than now, over all rounds; negative for less
 */
public record Consequences(Instant start, List<Late> late, double overtime, boolean able, double way) {

    public Consequences {
        late = List.copyOf(late);
    }

    public boolean harmless() {
        return late.isEmpty() && overtime < 1 && able;
    }

    /** @param minutes after the latest hour at which it may begin */
    public record Late(VisitRequest request, double minutes) {}
}
