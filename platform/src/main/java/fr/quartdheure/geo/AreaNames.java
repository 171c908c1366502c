package fr.quartdheure.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The names of régions and départements, as they are written in French. */
final class AreaNames {

    /** "region,76" or "department,66" → name. */
    private static final Map<String, String> NAMES = read();

    private AreaNames() {}

    static String region(String code) {
        return NAMES.getOrDefault("region," + code, code);
    }

    static String department(String code) {
        return NAMES.getOrDefault("department," + code, code);
    }

    private static Map<String, String> read() {
        var file = Objects.requireNonNull(AreaNames.class.getResourceAsStream("areas.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .collect(Collectors.toUnmodifiableMap(
                            line -> line.substring(0, line.lastIndexOf(',')),
                            line -> line.substring(line.lastIndexOf(',') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
