package fr.quartdheure.directory;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Coordinates;
import fr.quartdheure.intake.Refused;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A structure of the FINESS register that gives first-line care. */
record StructureRow(String finess, SiteKind kind, String name, Commune commune, Position position) {

    /** Categories of the register that are first-line care: 603 maison de santé, 124 centre de santé. */
    private static final Map<String, SiteKind> KINDS = Map.of("603", SiteKind.MSP, "124", SiteKind.HEALTH_CENTRE);

    private static final Pattern FINESS = Pattern.compile("[0-9][0-9AB][0-9]{7}");
    private static final Pattern COMMUNE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
    private static final Pattern CATEGORY = Pattern.compile("[0-9]{3}");
    private static final int CUTOFF_HOURS = 24;

    /** A row as the file writes it. */
    record Written(long line, String finess, String category, String name, String commune, String lat, String lon) {}

    /** Whether the row can be believed. */
    sealed interface Read {
        record Good(StructureRow row) implements Read {}

        record Wrong(Refused reason) implements Read {}
    }

    static Read read(Written row, @Nullable Commune commune) {
        String finess = padded(row.finess(), 9);
        if (!FINESS.matcher(finess).matches()) {
            return wrong(row, "import.row.finess", row.finess());
        }
        SiteKind kind = KINDS.get(row.category());
        if (kind == null) {
            return wrong(row, "import.row.category", row.category());
        }
        if (row.name().isBlank() || row.name().length() > 200) {
            return wrong(row, "import.row.name", row.name());
        }
        if (commune == null) {
            boolean plausible = isCommuneCode(padded(row.commune(), 5));
            return wrong(row, plausible ? "import.row.commune" : "import.row.code", row.commune());
        }
        return switch (Coordinates.read(row.lat(), row.lon())) {
            case Coordinates.Wrong wrong -> wrong(row, wrong.key(), row.lat(), row.lon());
            case Coordinates.Good good ->
                new Read.Good(new StructureRow(finess, kind, row.name(), commune, good.position()));
        };
    }

    /** A category of the register that is something else than first-line care: a pharmacy, a hospital. */
    static boolean isAnotherKind(String category) {
        return CATEGORY.matcher(category).matches() && !KINDS.containsKey(category);
    }

    static boolean isCommuneCode(String code) {
        return COMMUNE.matcher(code).matches();
    }

    /** Spreadsheets drop the zero in front of 09001. */
    static String padded(String code, int length) {
        boolean lost = code.length() == length - 1 && code.chars().allMatch(Character::isDigit);
        return lost ? "0" + code : code;
    }

    Site site(UUID id, UUID organizationId) {
        String postalCode =
                commune.postalCodes().size() == 1 ? commune.postalCodes().getFirst() : null;
        return new Site(
                id,
                organizationId,
                name,
                kind,
                finess,
                new Address(null, postalCode, commune.code(), commune.name()),
                position,
                null,
                null,
                null,
                null,
                false,
                CUTOFF_HOURS,
                Provenance.IMPORT);
    }

    private static Read wrong(Written row, String key, Object... arguments) {
        return new Read.Wrong(Refused.at(row.line(), key, arguments));
    }
}
