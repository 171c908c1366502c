package fr.quartdheure.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A delimited text file read row by row: its letters (UTF-8 with or without mark, or Windows-1252) and its delimiter
 * are recognised, its columns are found by name wherever they stand. Not thread-safe.
 */
public final class TableFile implements AutoCloseable {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MARK = 0xFEFF;
    private static final int EVERY = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}([.,][0-9]{1,20})?");

    private final CountedInput input;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<String, Heading> places;
    private final int width;
    private final long size;
    private final ImportProgress progress;
    private long rows;

    private TableFile(CountedInput input, CSVParser parser, List<Column> columns, long size, ImportProgress progress)
            throws FileRefused {
        this.input = input;
        this.parser = parser;
        this.size = size;
        this.progress = progress;
        this.records = parser.iterator();
        CSVRecord header = records.next();
        this.width = header.size();
        this.places = places(header, columns);
    }

    /** @throws FileRefused when the file is empty or a required column is missing */
    public static TableFile open(Path file, List<Column> columns, ImportProgress progress)
            throws IOException, FileRefused {
        Charset letters = letters(file);
        String first = firstLine(file, letters);
        if (first.isBlank()) {
            throw new FileRefused(Refused.file("import.file.empty"));
        }
        char delimiter = first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        var input = new CountedInput(Files.newInputStream(file));
        try {
            var reader = withoutMark(new BufferedReader(new InputStreamReader(input, letters)));
            var format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(true)
                    .get();
            return new TableFile(input, format.parse(reader), columns, Files.size(file), progress);
        } catch (IOException | FileRefused | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /** @throws FileRefused when a quote never closes: it swallows the rest of the file */
    public boolean hasNext() throws FileRefused {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw new FileRefused(Refused.at(parser.getRecordNumber() + 1, "import.file.quote"));
        }
    }

    /** @throws FileRefused when the last row is shorter than the others: the file was cut */
    public Row next() throws FileRefused {
        CSVRecord row = records.next();
        rows++;
        if (rows % EVERY == 0) {
            progress.at(rows, input.count, size);
        }
        if (row.size() < width && !hasNext()) {
            throw new FileRefused(Refused.at(row.getRecordNumber(), "import.file.truncated", row.size(), width));
        }
        return new Row(row, places, row.size() == width);
    }

    /** The heading that stands over a column, in the form its names have; "" where it is absent. */
    public String heading(Column column) {
        Heading found = places.get(column.title());
        return found == null ? "" : found.name();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static Map<String, Heading> places(CSVRecord header, List<Column> columns) throws FileRefused {
        var headings = new ArrayList<Heading>();
        for (int i = 0; i < header.size(); i++) {
            headings.add(new Heading(plain(header.get(i)), i));
        }
        var places = new HashMap<String, Heading>();
        for (Column column : columns) {
            column.names().stream()
                    .flatMap(name -> latest(headings, name).stream())
                    .findFirst()
                    .ifPresent(found -> places.put(column.title(), found));
        }
        var missing = columns.stream()
                .filter(column -> column.required() && !places.containsKey(column.title()))
                .toList();
        if (!missing.isEmpty()) {
            throw new FileRefused(Refused.at(1, "import.file.columns", titles(missing), expected(columns)));
        }
        return places;
    }

    /** The first under that name; of several that differ by their digits, as apl_2022 and apl_2023, the latest. */
    private static Optional<Heading> latest(List<Heading> headings, String name) {
        var wanted = Pattern.compile(name.replace("#", "[0-9]"));
        Comparator<Heading> byDigits = Comparator.comparing(Heading::name);
        return headings.stream()
                .filter(heading -> wanted.matcher(heading.name()).matches())
                .max(byDigits.thenComparing(Heading::place, Comparator.reverseOrder()));
    }

    private static String titles(List<Column> columns) {
        return columns.stream().map(Column::title).collect(Collectors.joining(", "));
    }

    private static String expected(List<Column> columns) {
        return columns.stream()
                .filter(Column::required)
                .map(column ->
                        String.join(" / ", column.names().stream().limit(3).toList()))
                .collect(Collectors.joining(", "));
    }

    private static String plain(String header) {
        return Normalizer.normalize(header.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
    }

    /** UTF-8 when every byte of the file reads as such; otherwise what Windows programs write in France. */
    public static Charset letters(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(1 << 16);
        var chars = CharBuffer.allocate(1 << 16);
        try (var channel = Files.newByteChannel(file)) {
            int read;
            do {
                read = channel.read(bytes);
                bytes.flip();
                if (decoder.decode(bytes, chars, read < 0).isError()) {
                    return WINDOWS;
                }
                bytes.compact();
                chars.clear();
            } while (read >= 0);
        }
        return StandardCharsets.UTF_8;
    }

    private static String firstLine(Path file, Charset letters) throws IOException {
        try (var reader = Files.newBufferedReader(file, letters)) {
            String line = reader.readLine();
            return line == null ? "" : line.replace(Character.toString(MARK), "");
        }
    }

    private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    /** One row of the file. */
    public static final class Row {
        private final CSVRecord values;
        private final Map<String, Heading> places;
        private final boolean whole;

        private Row(CSVRecord values, Map<String, Heading> places, boolean whole) {
            this.values = values;
            this.places = places;
            this.whole = whole;
        }

        /** The row's number in the file, 1 for the header; it is the line unless a value holds a line break. */
        public long line() {
            return values.getRecordNumber();
        }

        /** Whether it has as many values as the header. */
        public boolean whole() {
            return whole;
        }

        public int size() {
            return values.size();
        }

        /** The value under a column, stripped; "" where the column or the value is absent. */
        public String value(Column column) {
            Heading heading = places.get(column.title());
            return heading == null || heading.place() >= values.size()
                    ? ""
                    : values.get(heading.place()).strip();
        }

        /**
         * The number under a column; a decimal comma is understood.
         *
         * @param most the largest that can be believed
         * @throws RowRefused when it is absent, not a number, negative or larger
         */
        public double number(Column column, double most) throws RowRefused {
            String written = value(column);
            if (NUMBER.matcher(written).matches()) {
                double number = Double.parseDouble(written.replace(',', '.'));
                if (number <= most) {
                    return number;
                }
            }
            throw new RowRefused(Refused.at(
                    line(), "import.row.number", written, column.title(), new BigDecimal(most).toPlainString()));
        }
    }

    /** @param name in the form that the names of columns have */
    private record Heading(String name, int place) {}

    private static final class CountedInput extends BufferedInputStream {
        private long count;

        CountedInput(InputStream in) {
            super(in);
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
