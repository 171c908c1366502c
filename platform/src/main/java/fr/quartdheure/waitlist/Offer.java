package fr.quartdheure.waitlist;

import java.time.Instant;
import java.util.UUID;

/**
 * An hour kept for somebody who waits.
 *
 * @param holdId the appointment that keeps it
 * @param isOpen whether she may still answer
 */
public record Offer(UUID id, UUID wishId, UUID slotId, UUID holdId, boolean isOpen, Instant expiresAt) {}
