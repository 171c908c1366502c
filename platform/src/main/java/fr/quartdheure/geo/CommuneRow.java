package fr.quartdheure.geo;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.intake.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A commune as a file writes it, before anybody believes it.
 *
 * @param whole whether it has as many values as the file has columns
 * @param type "COM" for a commune; "" when the file holds nothing else
 * @param postalCodes separated by anything
 * @param epci code and name; "" where the file does not tell
 */
record CommuneRow(
        long line,
        boolean whole,
        String type,
        String code,
        String name,
        String postalCodes,
        String population,
        String lat,
        String lon,
        WrittenEpci epci) {

    /** What an INSEE file writes for the few islands that belong to none. */
    private static final String NO_EPCI = "ZZZZZZZZZ";

    private static final Pattern CODE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
    private static final Pattern LOST_ZERO = Pattern.compile("[0-9]{4}");
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{5}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}(\\.0+)?");

    CommuneRow {
        // Spreadsheets drop the zero of 01001.
        code = LOST_ZERO.matcher(code).matches() ? "0" + code : code;
    }

    /** Delegated and associated communes and arrondissements are parts of one that has its own row. */
    boolean isCommune() {
        return type.isEmpty() || "COM".equals(type);
    }

    boolean hasCode() {
        return CODE.matcher(code).matches();
    }

    Read commune() {
        if (!whole) {
            return wrong("import.row.width");
        }
        if (!hasCode()) {
            return wrong("import.row.code", code);
        }
        if (name.isBlank() || name.length() > 100 || name.chars().noneMatch(Character::isLetter)) {
            return wrong("import.row.name", name);
        }
        List<String> posts = Arrays.stream(postalCodes.split("[^0-9A-Za-z]+"))
                .filter(p -> !p.isEmpty())
                .map(CommuneRow::padded)
                .toList();
        if (posts.stream().anyMatch(post -> !POSTAL_CODE.matcher(post).matches())) {
            return wrong("import.row.postal", postalCodes);
        }
        if (!WHOLE.matcher(population).matches()) {
            return wrong("import.row.population", population);
        }
        if (epci.isWritten() && (!Epci.isCode(epci.code()) || epci.name().isBlank())) {
            return wrong("import.row.epci", epci.code(), epci.name());
        }
        return switch (Coordinates.read(lat, lon)) {
            case Coordinates.Wrong wrong -> wrong(wrong.key(), lat, lon);
            case Coordinates.Good good -> new Read.Good(commune(posts, good.position()), epci.found());
        };
    }

    private Commune commune(List<String> posts, Position position) {
        int inhabitants = (int) Double.parseDouble(population);
        return new Commune(
                code,
                name,
                posts.stream().distinct().sorted().toList(),
                inhabitants,
                position.lat(),
                position.lon(),
                null,
                false);
    }

    private static String padded(String postalCode) {
        return LOST_ZERO.matcher(postalCode).matches() ? "0" + postalCode : postalCode;
    }

    private Read wrong(String key, Object... arguments) {
        return new Read.Wrong(Refused.at(line, key, arguments));
    }

    /** An EPCI as a file writes it. */
    record WrittenEpci(String code, String name) {

        boolean isWritten() {
            return !code.isEmpty() && !NO_EPCI.equals(code);
        }

        Optional<Epci> found() {
            return isWritten() ? Optional.of(new Epci(code, name)) : Optional.empty();
        }
    }

    /** Whether the row can be believed. */
    sealed interface Read {
        record Good(Commune commune, Optional<Epci> epci) implements Read {}

        record Wrong(Refused reason) implements Read {}
    }
}
