package fr.quartdheure.client;

import fr.quartdheure.audit.Actor;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A client behind a request, as its access token says; the trace names it as who acts.
 *
 * @param scopes what this token may do, and its client may still do
 */
public record ClientPrincipal(UUID clientId, String name, UUID organizationId, Scopes scopes)
        implements Actor, AuthenticatedPrincipal {

    static final String ROLE = "client";

    /** For what is kept by caller, such as idempotency keys. */
    @Override
    public String getName() {
        return "client:" + clientId;
    }

    @Override
    public UUID accountId() {
        return clientId;
    }

    @Override
    public String role() {
        return ROLE;
    }
}
