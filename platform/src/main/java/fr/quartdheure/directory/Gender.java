package fr.quartdheure.directory;

import java.util.Locale;

/** A practitioner's gender, as far as the register says. */
public enum Gender {
    FEMALE,
    MALE,
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Gender of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
