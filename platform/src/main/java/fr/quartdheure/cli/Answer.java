package fr.quartdheure.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What an analyst command found: {@code name: value} lines, or one JSON object with plain numbers. */
final class Answer {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Answer with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** A number that is none, such as the mean of nobody, is null. */
    Answer with(String name, double value) {
        values.put(name, Double.isFinite(value) ? new BigDecimal(plain(value)) : Optional.empty());
        return this;
    }

    Answer with(String name, boolean value) {
        values.put(name, value);
        return this;
    }

    Answer with(String name, List<String> codes) {
        values.put(name, codes);
        return this;
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(json());
        } else {
            values.forEach((name, value) -> out.println(name + ": " + text(value)));
        }
    }

    /** All digits of a number and no exponent; whole numbers without a fraction. */
    static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case List<?> codes ->
                String.join(", ", codes.stream().map(String::valueOf).toList());
            case Optional<?> none -> "none";
            default -> value.toString();
        };
    }

    private String json() {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            values.forEach((name, value) -> {
                json.writeName(name);
                write(json, value);
            });
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) {
        switch (value) {
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            case Boolean yes -> json.writeBoolean(yes);
            case List<?> codes -> {
                json.writeStartArray();
                codes.forEach(code -> json.writeString(String.valueOf(code)));
                json.writeEndArray();
            }
            case Optional<?> none -> json.writeNull();
            default -> json.writeString(value.toString());
        }
    }
}
