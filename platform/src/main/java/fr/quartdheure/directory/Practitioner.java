package fr.quartdheure.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * FHIR Practitioner: somebody who gives care.
 *
 * @param profession code of the register of professions (TRE G15): "10" physician, "50" midwife, "60" nurse, …
 * @param languages ISO 639-1 codes
 */
public record Practitioner(
        UUID id,
        @Nullable String rpps,
        String familyName,
        String givenName,
        Gender gender,
        String profession,
        @Nullable String specialty,
        List<String> languages,
        boolean advancedPractice,
        Provenance origin) {

    private static final String PHYSICIAN = "10";

    public Practitioner {
        languages = List.copyOf(languages);
    }

    /** "Dr Claire Vidal" for a physician, "Claire Vidal" for the others. */
    public String displayName() {
        String name = givenName + " " + familyName;
        return PHYSICIAN.equals(profession) ? "Dr " + name : name;
    }
}
