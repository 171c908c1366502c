package fr.quartdheure.scheduling;

import fr.quartdheure.time.Period;
import java.util.UUID;

/**
 * Hours in which a practitioner receives nobody.
 *
 * @param reason a code: "sick", "leave", "training", "other"
 */
public record Absence(UUID id, UUID practitionerId, Period period, String reason) {}
