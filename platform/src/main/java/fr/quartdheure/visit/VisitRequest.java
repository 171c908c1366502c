package fr.quartdheure.visit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit that somebody asked for.
 *
 * @param residents who is seen there, in order; one at home
 * @param unfitted why the last plan of its day had no room for it, or null
 */
public record VisitRequest(
        UUID id,
        UUID organizationId,
        Wanted wanted,
        List<Resident> residents,
        @Nullable Unfit unfitted,
        @Nullable String cancelReason) {

    public VisitRequest {
        residents = List.copyOf(residents);
    }

    public List<UUID> patientIds() {
        return residents.stream().map(Resident::patientId).toList();
    }

    public boolean cancelled() {
        return cancelReason != null;
    }

    /** @param seenAt when the visitor ticked her, or null */
    public record Resident(UUID patientId, @Nullable Instant seenAt) {}
}
