package fr.quartdheure.atlas.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A delimited text read row by row, in UTF-8 with or without mark, separated by commas or semicolons; its columns are
 * found by name in any order and others are ignored. Whatever is not clear is refused. Not thread-safe.
 */
public final class CsvFile implements Closeable {

    private static final int MARK = 0xFEFF;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int EVERY = 1 << 12;

    private final Path file;
    private final CountedInput input;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final ReadProgress progress;
    private final Map<String, Integer> columns = new HashMap<>();
    private int width;
    private long rows;
    private long line = 1;
    private @Nullable CSVRecord row;

    private CsvFile(Path file, CountedInput input, CSVParser parser, ReadProgress progress) {
        this.file = file;
        this.input = input;
        this.parser = parser;
        this.records = parser.iterator();
        this.progress = progress;
    }

    /** @throws FileRefused when it is not there, empty, not in UTF-8, or one of these columns is missing */
    public static CsvFile open(Path file, List<String> required, ReadProgress progress) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new FileRefused(file, 0, "is not there or cannot be read; check its name");
        }
        var input = new CountedInput(Files.newInputStream(file), Files.size(file));
        try {
            // A decoder of its own reports what is not UTF-8, where a reader by charset would replace it in silence.
            var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder()));
            var format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(reader))
                    .setIgnoreEmptyLines(true)
                    .get();
            var opened = new CsvFile(file, input, format.parse(reader), progress);
            opened.readHeader(required);
            return opened;
        } catch (CharacterCodingException e) {
            input.close();
            throw Letters.refused(file);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /** Moves to the next row; false after the last. */
    public boolean next() {
        if (!advance()) {
            return false;
        }
        rows++;
        if (rows % EVERY == 0) {
            progress.at(rows, input.count(), input.total());
        }
        if (current().size() != width) {
            throw refused("has " + current().size() + " values where the header has " + width
                    + "; quote values that hold the separator, or complete the line");
        }
        return true;
    }

    /** The line where the current row ends, 1 for the header. */
    public long line() {
        return line;
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Whether the row says nothing under a column. */
    public boolean isEmpty(String column) {
        return raw(column).isEmpty();
    }

    /** The value under a column, never empty. */
    public String text(String column) {
        String value = raw(column);
        if (value.isEmpty()) {
            throw refused(column + " is empty; fill it in, or remove the line");
        }
        return value;
    }

    /** A finite number written with a decimal point. */
    public double number(String column) {
        String value = text(column);
        if (value.chars().allMatch(c -> c < 128 && "0123456789+-.eE".indexOf(c) >= 0)) {
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Refused below, in the words of the file.
            }
        }
        throw refused(column + " \"" + value
                + "\" is not a number; write digits and a decimal point, as 1234.5, without unit or spaces");
    }

    /** A finite number that is 0 or more. */
    public double amount(String column) {
        double number = number(column);
        if (number < 0) {
            throw refused(column + " " + raw(column) + " is negative; give 0 or more");
        }
        return number;
    }

    /** The refusal of the current row for a reason of the caller's. */
    public FileRefused refused(String reason) {
        return new FileRefused(file, line, reason);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private void readHeader(List<String> required) {
        if (!advance()) {
            throw new FileRefused(file, 0, "is empty; its first line names the columns: " + String.join(",", required));
        }
        CSVRecord header = current();
        width = header.size();
        for (int i = 0; i < width; i++) {
            String name = header.get(i).strip().toLowerCase(Locale.ROOT);
            if (columns.putIfAbsent(name, i) != null && !name.isEmpty()) {
                throw refused("the column " + name + " stands twice; keep one");
            }
        }
        var missing =
                required.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw refused("the column " + String.join(", ", missing) + " is missing; the first line must name "
                    + String.join(",", required) + " and it reads \"" + String.join(",", header.values()) + "\"");
        }
    }

    private boolean advance() {
        try {
            if (!records.hasNext()) {
                return false;
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw Letters.refused(file);
            }
            throw new FileRefused(
                    file, parser.getCurrentLineNumber(), "a quote is never closed, or text follows one; correct it");
        }
        row = records.next();
        line = parser.getCurrentLineNumber();
        return true;
    }

    private CSVRecord current() {
        if (row == null) {
            throw new IllegalStateException("next() comes first");
        }
        return row;
    }

    private String raw(String column) {
        Integer place = columns.get(column);
        if (place == null) {
            throw new IllegalArgumentException("there is no column " + column);
        }
        return current().get(place).strip();
    }

    /** Looks at the first line without taking it: a pipe can be read only once. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        reader.mark(LONGEST_HEADER);
        int balance = 0;
        int read = 0;
        for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r' && ++read < LONGEST_HEADER; c = reader.read()) {
            balance += c == ';' ? 1 : c == ',' ? -1 : 0;
        }
        reader.reset();
        return balance > 0 ? ';' : ',';
    }
}
