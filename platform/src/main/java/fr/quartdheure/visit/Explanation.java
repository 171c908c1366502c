package fr.quartdheure.visit;

import java.time.Instant;
import java.util.UUID;

/** Why a visit stands where it does, and what would help one that stands nowhere. */
public sealed interface Explanation {

    /** Seeing this one first costs more minutes on the way. @param minutes above 0 */
    record NextFirstIsLonger(UUID requestId, UUID next, double minutes) implements Explanation {}

    /** Seeing this one first would be too late for somebody. */
    record NextFirstIsTooLate(UUID requestId, UUID next, UUID late) implements Explanation {}

    /** Both orders cost the same, or the other costs less but keeps no hours of somebody further on. */
    record NextFirstIsNoBetter(UUID requestId, UUID next) implements Explanation {}

    /** It would fit if it could begin at another hour. */
    record AtAnotherHour(UUID requestId, UUID practitionerId, Instant start) implements Explanation {}

    /** It would fit with somebody else than was asked for. */
    record WithSomebodyElse(UUID requestId, UUID practitionerId, Instant start) implements Explanation {}

    /** It would fit if a round ended later. @param back when she would be at her base */
    record WithALongerRound(UUID requestId, UUID practitionerId, Instant back) implements Explanation {}

    UUID requestId();
}
