package fr.quartdheure.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person whom a practitioner has taken on; the choice is declared once both have signed, on paper or on line.
 *
 * @param endedBecause doctor-stops, changed, patient or mistake; null while it lasts
 */
public record Registration(
        UUID id,
        UUID requestId,
        UUID placeId,
        UUID patientId,
        UUID personKey,
        UUID practitionerId,
        UUID siteId,
        Instant acceptedAt,
        @Nullable LocalDate patientSignedOn,
        @Nullable LocalDate practitionerSignedOn,
        @Nullable String endedBecause) {

    public boolean isDeclared() {
        return patientSignedOn != null && practitionerSignedOn != null;
    }

    public boolean lasts() {
        return endedBecause == null;
    }
}
