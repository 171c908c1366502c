package fr.quartdheure.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A free slot as it is shown to other software.
 *
 * @param audiences who may be shown it, never empty
 * @param cpts the CPTS that it is offered to, by id
 */
public record OfferedSlot(
        UUID id,
        UUID practitionerId,
        UUID siteId,
        String service,
        Mode mode,
        Instant start,
        Instant end,
        Set<Audience> audiences,
        List<UUID> cpts) {}
