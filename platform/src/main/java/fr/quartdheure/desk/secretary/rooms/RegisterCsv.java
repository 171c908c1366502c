package fr.quartdheure.desk.secretary.rooms;

import fr.quartdheure.time.Paris;
import fr.quartdheure.upkeep.Entry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The register as a file; hours with their offset, so that both 2:30 of October differ. */
final class RegisterCsv {

    private static final String[] HEADER = {
        "id",
        "done_at",
        "room",
        "kind",
        "load_number",
        "programme",
        "temperature",
        "pressure",
        "plateau",
        "result",
        "note",
        "corrects",
        "why",
        "entered_by",
        "entered_at"
    };
    private static final String FORMULA = "=+-@\t\r";

    private RegisterCsv() {}

    static String write(List<Entry> entries) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(HEADER).get())) {
            for (Entry entry : entries) {
                csv.printRecord(
                        entry.id(),
                        at(entry.doneAt()),
                        text(entry.place()),
                        entry.kind().code(),
                        text(entry.load()),
                        text(entry.programme()),
                        text(entry.temperature()),
                        text(entry.pressure()),
                        text(entry.plateau()),
                        entry.result().code(),
                        text(entry.note()),
                        entry.corrects(),
                        text(entry.why()),
                        text(entry.by()),
                        at(entry.at()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String at(Instant instant) {
        return instant.atZone(Paris.ZONE).toOffsetDateTime().toString();
    }

    /** A spreadsheet would run what begins like a formula. */
    private static @Nullable String text(@Nullable String typed) {
        return typed != null && !typed.isEmpty() && FORMULA.indexOf(typed.charAt(0)) >= 0 ? "'" + typed : typed;
    }
}
