package fr.quartdheure.roster;

import fr.quartdheure.time.Period;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner who cannot come, and whose appointments are offered other hours.
 *
 * @param organizationId whose secretaries follow it
 * @param by the name of who did it
 * @param undoneAt when she could come after all, or null
 */
public record Recall(
        UUID id,
        UUID organizationId,
        UUID practitionerId,
        UUID absenceId,
        Period period,
        String by,
        Instant at,
        @Nullable Instant undoneAt) {}
