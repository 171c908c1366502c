package fr.quartdheure.patient;

import java.time.Instant;
import java.util.UUID;

/** Two records that became one: one stays, the other is hidden. */
public record Merge(UUID id, UUID keptId, UUID goneId, Instant mergedAt) {}
