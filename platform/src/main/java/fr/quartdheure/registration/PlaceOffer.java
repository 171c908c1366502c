package fr.quartdheure.registration;

import java.time.Instant;
import java.util.UUID;

/**
 * A place kept for somebody until she answers.
 *
 * @param practitionerId who would be her médecin traitant
 * @param expiresAt the end of the last day on which she may answer
 */
public record PlaceOffer(
        UUID id, UUID placeId, UUID requestId, UUID practitionerId, UUID siteId, boolean isOpen, Instant expiresAt) {}
