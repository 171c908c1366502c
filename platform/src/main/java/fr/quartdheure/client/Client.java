package fr.quartdheure.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other software that an administrator let in. It sees what its organisation sees, and of that what its scopes say.
 *
 * @param id its OAuth {@code client_id}
 * @param lastUsedAt its last call, to within a few seconds; null when it never called
 */
public record Client(
        UUID id,
        String name,
        UUID organizationId,
        Scopes scopes,
        boolean disabled,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    public static final int LONGEST_NAME = 100;
}
