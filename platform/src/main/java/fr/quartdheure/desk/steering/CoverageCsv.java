package fr.quartdheure.desk.steering;

import fr.quartdheure.planning.CoverageRow;
import fr.quartdheure.planning.Covered;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The table of coverage as a file that a spreadsheet opens: inhabitants and shares from 0 to 1, empty where nobody
 * imported where the care is given.
 */
final class CoverageCsv {

    private CoverageCsv() {}

    static String write(List<CoverageRow> rows) {
        var text = new StringWriter();
        var format = CSVFormat.RFC4180.builder().setHeader(header()).get();
        try (var csv = new CSVPrinter(text, format)) {
            for (CoverageRow row : rows) {
                csv.printRecord(values(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String[] header() {
        var header = new ArrayList<>(List.of("measure", "care", "population"));
        for (int minutes : Covered.MINUTES) {
            header.add("within_" + minutes);
            header.add("share_" + minutes);
        }
        return header.toArray(String[]::new);
    }

    private static List<Object> values(CoverageRow row) {
        Covered covered = row.covered();
        var values = new ArrayList<Object>(
                List.of(row.measure().code(), row.care().code(), Math.round(covered.population())));
        for (int place = 0; place < covered.within().size(); place++) {
            values.add(row.known() ? Math.round(covered.within().get(place)) : "");
            values.add(
                    row.known() && covered.population() > 0 ? covered.shares().get(place) : "");
        }
        return values;
    }
}
