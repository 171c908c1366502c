package fr.quartdheure.account;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role given at an organisation or at one site; both null only for a role that is one everywhere. */
public record Grant(
        Role role, @Nullable UUID organizationId, @Nullable UUID siteId) implements Serializable {}
