package fr.quartdheure.desk.patient;

import fr.quartdheure.waitlist.Wish;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an appointment could come earlier.
 *
 * @param wish null when nobody asked to be told
 * @param offer an hour that is kept for her now
 */
public record EarlierView(@Nullable Wish wish, @Nullable Offered offer) {

    /** @param until when the quarter of an hour to answer is over */
    public record Offered(Instant start, String practitioner, Instant until) {}
}
