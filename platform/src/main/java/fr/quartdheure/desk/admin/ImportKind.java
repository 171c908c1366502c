package fr.quartdheure.desk.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file that an administrator brings may hold, in the order in which files are brought. */
public enum ImportKind {
    COMMUNES,
    STRUCTURES,
    CONTOURS,
    MOUNTAIN,
    TRAVEL_TIMES,
    APL,
    SUPPLY,
    ZONING,
    HOSPITALS;

    /** As its importer and its messages name it: "travel-times". */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ImportKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
