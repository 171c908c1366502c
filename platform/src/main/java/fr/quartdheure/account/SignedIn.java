package fr.quartdheure.account;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person who signed in and what she may be where; kept in the session. */
public record SignedIn(
        UUID accountId, String login, String name, @Nullable UUID practitionerId, List<Grant> grants)
        implements Serializable {

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Whether the role is given at this site, or at the organisation that runs it. */
    public boolean has(Role role, UUID siteId, UUID organizationId) {
        return grants.stream()
                .anyMatch(grant -> grant.role() == role
                        && (siteId.equals(grant.siteId()) || organizationId.equals(grant.organizationId())));
    }
}
