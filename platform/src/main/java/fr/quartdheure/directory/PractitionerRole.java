package fr.quartdheure.directory;

import java.util.UUID;

/**
 * FHIR PractitionerRole: what a practitioner takes on at one site.
 *
 * @param acceptsRegistrations whether she takes people on as médecin traitant
 * @param position her rank in lists, from 0
 */
public record PractitionerRole(
        UUID id,
        UUID practitionerId,
        UUID siteId,
        boolean acceptsNewPatients,
        boolean acceptsRegistrations,
        int position) {}
