package fr.quartdheure.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the module's own resource tables: first line the column names, semicolons, no quoting, commas in lists. */
final class Table {
    private Table() {}

    static <T> List<T> read(String resource, Function<Row, T> mapping) {
        List<String> lines = lines(resource);
        Map<String, Integer> columns = new HashMap<>();
        for (String column : cells(lines.getFirst())) {
            columns.put(column, columns.size());
        }
        return lines.stream()
                .skip(1)
                .map(line -> mapping.apply(new Row(columns, cells(line))))
                .toList();
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = Table.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(";", -1));
    }

    /** One line of a table, read by column name. */
    record Row(Map<String, Integer> columns, List<String> cells) {
        String text(String column) {
            Integer index = columns.get(column);
            if (index == null || index >= cells.size()) {
                throw new IllegalArgumentException("No column " + column + " in " + cells);
            }
            return cells.get(index);
        }

        @Nullable
        String optional(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        int integer(String column) {
            return Integer.parseInt(text(column));
        }

        double decimal(String column) {
            return Double.parseDouble(text(column));
        }

        boolean yes(String column) {
            return text(column).equals("1");
        }

        List<String> list(String column) {
            String text = text(column);
            return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
        }
    }
}
