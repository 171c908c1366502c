package fr.quartdheure.patient;

import java.util.Locale;
import java.util.Optional;

/** Administrative sex as identity documents give it (FHIR administrative-gender, without "other"). */
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sex> find(String code) {
        for (Sex sex : values()) {
            if (sex.code().equals(code)) {
                return Optional.of(sex);
            }
        }
        return Optional.empty();
    }
}
