package fr.quartdheure.desk.auditor;

import fr.quartdheure.audit.Recorded;
import fr.quartdheure.desk.auditor.TracesView.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Traces as a file, with the identifiers that the chain holds. */
final class TracesCsv {

    private static final String[] HEADER = {
        "trace", "at", "account", "name", "role", "organization", "act", "kind", "subjects", "reason", "address"
    };
    private static final String FORMULA = "=+-@\t\r";

    private TracesCsv() {}

    static String write(List<Row> rows) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(HEADER).get())) {
            for (Row row : rows) {
                Recorded trace = row.trace();
                csv.printRecord(
                        trace.id(),
                        trace.at(),
                        trace.accountId(),
                        text(row.actor()),
                        trace.role(),
                        trace.organizationId(),
                        trace.act(),
                        trace.subjectKind(),
                        trace.subjectIds().stream().map(UUID::toString).collect(Collectors.joining(" ")),
                        text(Objects.requireNonNullElse(trace.reason(), "")),
                        trace.address());
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
