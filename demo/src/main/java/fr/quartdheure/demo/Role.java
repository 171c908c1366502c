package fr.quartdheure.demo;

/** A practitioner's function at one site; registrations are those of the médecin traitant. */
public record Role(String practitionerKey, String siteKey, boolean acceptsNewPatients, boolean acceptsRegistrations) {}
