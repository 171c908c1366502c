package fr.quartdheure.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** FHIR Organization: who runs sites, or unites those who do (a CPTS, a GIP). */
public record Organization(
        UUID id,
        String name,
        OrganizationKind kind,
        @Nullable String finess,
        @Nullable String siret,
        @Nullable String phone,
        Provenance origin) {}
