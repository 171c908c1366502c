package fr.quartdheure.patient;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person cared for (FHIR Patient).
 *
 * @param identityLevel "provisional" as declared, "validated" when trained staff saw a high-trust document
 * @param phone E.164
 */
public record Patient(
        UUID id,
        Identity identity,
        String identityLevel,
        @Nullable String email,
        @Nullable String phone) {

    /** First names then birth name, as one addresses somebody. */
    public String displayName() {
        return identity.firstNames() + " " + identity.birthName();
    }
}
