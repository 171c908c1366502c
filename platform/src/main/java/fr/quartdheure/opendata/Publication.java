package fr.quartdheure.opendata;

import fr.quartdheure.database.Birth;
import fr.quartdheure.opendata.DataRows.Row;
import fr.quartdheure.opendata.DataSet.Column;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** The files, each made at most every ten minutes. Thread-safe. */
@Component
public class Publication {

    public static final Duration FRESH = Duration.ofMinutes(10);

    private final DataRows rows;
    private final Descriptions descriptions;
    private final boolean demo;
    private final Clock clock;
    private final Map<String, DataFile> made = new ConcurrentHashMap<>();

    Publication(DataRows rows, Descriptions descriptions, Birth birth, Clock clock) {
        this.rows = rows;
        this.descriptions = descriptions;
        this.demo = birth.isDemo();
        this.clock = clock;
    }

    /**
     * A file as it is sent.
     *
     * @param madeAt when it was read from the database; {@code changedAt} since when it is what it is
     */
    public record DataFile(String type, byte[] bytes, String version, Instant madeAt, Instant changedAt) {}

    /** Whether everything in it is invented. */
    public boolean isDemo() {
        return demo;
    }

    /** @param name as in {@code /opendata/sites.csv}; empty for a name that is none of ours */
    public Optional<DataFile> find(String name) {
        if (name.equals("datapackage.json")) {
            return Optional.of(cached(name, "application/json", descriptions::whole));
        }
        int dot = name.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : DataSet.find(name.substring(0, dot)).flatMap(set -> find(set, name, name.substring(dot)));
    }

    private Optional<DataFile> find(DataSet set, String name, String end) {
        return switch (end) {
            case ".csv" -> Optional.of(cached(name, "text/csv;charset=UTF-8;header=present", () -> csv(set)));
            case ".json" ->
                Optional.of(cached(name, "application/json", () -> descriptions.data(set, read(set), demo)));
            case ".schema.json" -> Optional.of(cached(name, "application/json", () -> descriptions.schema(set)));
            default -> Optional.empty();
        };
    }

    private DataFile cached(String name, String type, Supplier<String> text) {
        DataFile kept = made.get(name);
        if (kept != null && kept.madeAt().plus(FRESH).isAfter(clock.instant())) {
            return kept;
        }
        DataFile fresh = make(type, text.get(), kept);
        made.put(name, fresh);
        return fresh;
    }

    private DataFile make(String type, String text, @Nullable DataFile old) {
        Instant now = clock.instant();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String version = "W/\"" + HexFormat.of().formatHex(DigestUtils.md5Digest(bytes)) + "\"";
        Instant changed = old != null && old.version().equals(version) ? old.changedAt() : now;
        return new DataFile(type, bytes, version, now, changed);
    }

    private List<Row> read(DataSet set) {
        return rows.list(set, clock.instant());
    }

    /** RFC 4180: commas, CRLF, quotes where they are needed, UTF-8 without a mark. */
    private String csv(DataSet set) {
        String[] header = set.columns().stream().map(Column::name).toArray(String[]::new);
        var text = new StringWriter();
        try (var csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(header).get())) {
            for (Row row : read(set)) {
                csv.printRecord(row.values());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
