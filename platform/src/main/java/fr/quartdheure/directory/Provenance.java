package fr.quartdheure.directory;

import java.util.Locale;

/** Where a row of the directory comes from: the demonstration, an imported register, or people here. */
public enum Provenance {
    DEMO,
    IMPORT,
    LOCAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Provenance of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
