package fr.quartdheure.geo;

import fr.quartdheure.intake.Column;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.RowRefused;
import fr.quartdheure.intake.TableFile;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The communes that the rows of a file may speak about: known here, and in the region that is asked for. */
public final class AskedCommunes {

    private static final Pattern CODE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
    private static final Pattern LOST_ZERO = Pattern.compile("[0-9]{4}");

    private final Set<String> known;
    private final ImportRequest request;

    private AskedCommunes(Set<String> known, ImportRequest request) {
        this.known = known;
        this.request = request;
    }

    public static AskedCommunes of(Communes communes, ImportRequest request) {
        return new AskedCommunes(
                communes.list().stream().map(Commune::code).collect(Collectors.toUnmodifiableSet()), request);
    }

    /**
     * The code of the commune a row speaks about; empty when nobody asked for that commune.
     *
     * @throws RowRefused when the row is not whole, or names no commune that is known
     */
    public Optional<String> find(TableFile.Row row, Column column) throws RowRefused {
        if (!row.whole()) {
            throw new RowRefused(Refused.at(row.line(), "import.row.width"));
        }
        String code = mended(row.value(column));
        if (!isCode(code)) {
            throw new RowRefused(Refused.at(row.line(), "import.row.code", row.value(column)));
        }
        if (!Departments.isIn(request.region(), code)) {
            return Optional.empty();
        }
        if (!known.contains(code)) {
            throw new RowRefused(Refused.at(row.line(), "import.row.commune", code));
        }
        return Optional.of(code);
    }

    /** Whether there is such a commune or district. */
    public boolean isKnown(String code) {
        return known.contains(code);
    }

    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    /** Spreadsheets drop the zero of 09001. */
    public static String mended(String code) {
        return LOST_ZERO.matcher(code).matches() ? "0" + code : code;
    }
}
