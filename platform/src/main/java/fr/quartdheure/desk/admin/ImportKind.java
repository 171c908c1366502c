package fr.quartdheure.desk.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file that an administrator brings may hold. */
public enum ImportKind {
    COMMUNES,
    STRUCTURES;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ImportKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
