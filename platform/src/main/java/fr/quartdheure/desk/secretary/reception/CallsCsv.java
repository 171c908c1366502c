package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.reception.CallLogView.Row;
import fr.quartdheure.time.Paris;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The calls of a day as a file that a spreadsheet opens; codes as the interface for software has them. */
final class CallsCsv {

    private static final String[] HEADER = {
        "site", "day", "hour", "minutes", "caller", "name", "phone", "reason", "outcome", "urgent", "note", "taken_by"
    };

    private static final String FORMULA = "=+-@\t\r";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private CallsCsv() {}

    static String write(List<Row> rows) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(HEADER).get())) {
            for (Row row : rows) {
                var call = row.call();
                csv.printRecord(
                        text(row.site()),
                        Paris.dayOf(call.startedAt()),
                        HOUR.format(call.startedAt().atZone(Paris.ZONE)),
                        call.minutes(),
                        call.caller().code(),
                        text(row.name()),
                        text(row.phone()),
                        call.reason().code(),
                        call.outcome().code(),
                        call.urgent(),
                        text(Objects.requireNonNullElse(call.note(), "")),
                        text(call.takenBy().name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A spreadsheet would run what begins like a formula. */
    private static String text(String typed) {
        return !typed.isEmpty() && FORMULA.indexOf(typed.charAt(0)) >= 0 ? "'" + typed : typed;
    }
}
