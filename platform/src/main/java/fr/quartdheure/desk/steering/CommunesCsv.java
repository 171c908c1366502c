package fr.quartdheure.desk.steering;

import fr.quartdheure.territory.OfficialApl;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The table of communes as a file that a spreadsheet opens. */
final class CommunesCsv {

    private static final String[] HEADER = {
        "code",
        "name",
        "population",
        "apl",
        "apl_official_all",
        "apl_official_under_65",
        "official_year",
        "minutes_general_practice",
        "minutes_centre",
        "unmet_searches"
    };

    private static final String FORMULA = "=+-@\t\r";

    private CommunesCsv() {}

    static String write(List<TablePage.Row> rows) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(HEADER).get())) {
            for (TablePage.Row row : rows) {
                csv.printRecord(
                        row.commune().code(),
                        text(row.commune().name()),
                        row.commune().population(),
                        row.apl(),
                        row.official().map(OfficialApl::allDoctors).orElse(null),
                        row.official().map(OfficialApl::under65).orElse(null),
                        row.official().map(OfficialApl::year).orElse(null),
                        finite(row.practice()),
                        finite(row.centre()),
                        row.unmet().orElse(null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A spreadsheet would run what begins like a formula. */
    private static String text(String name) {
        return !name.isEmpty() && FORMULA.indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    private static String finite(double minutes) {
        return Double.isFinite(minutes) ? Double.toString(minutes) : "";
    }
}
