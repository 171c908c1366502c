package fr.quartdheure.directory;

import java.util.UUID;

/** FHIR HealthcareService: a service given at a site. */
public record SiteService(UUID siteId, String serviceCode) {}
