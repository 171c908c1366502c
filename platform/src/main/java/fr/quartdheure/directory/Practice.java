package fr.quartdheure.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner at one of her places, and who runs it: what other software shows of a role.
 *
 * @param roleId of the role at this site
 * @param rank 1 for the first of her places, then 2, …
 */
public record Practice(UUID roleId, int rank, Practitioner practitioner, Place place, Runner runner) {

    /** What an envelope and a caller need of the site. */
    public record Place(
            UUID siteId,
            String name,
            @Nullable String finess,
            Address address,
            @Nullable String phone) {}

    /** The body that runs the site. */
    public record Runner(
            String name,
            @Nullable String finess,
            @Nullable String siret,
            @Nullable String phone) {}
}
