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

    private record Parts(List<Answer> all) {}

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

    Answer with(String name, Answer part) {
        values.put(name, part);
        return this;
    }

    /** Parts are told in text as {@code name.1.…}, {@code name.2.…}. */
    Answer withAll(String name, List<Answer> parts) {
        values.put(name, new Parts(parts));
        return this;
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(json());
        } else {
            print(out, "");
        }
    }

    private void print(PrintWriter out, String before) {
        values.forEach((name, value) -> {
            switch (value) {
                case Answer part -> part.print(out, before + name + ".");
                case Parts parts -> {
                    for (int i = 0; i < parts.all().size(); i++) {
                        parts.all().get(i).print(out, before + name + "." + (i + 1) + ".");
                    }
                }
                default -> out.println(before + name + ": " + text(value));
            }
        });
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
            write(json, this);
        }
        return text.toString();
    }

    private void writeTo(JsonGenerator json) {
        json.writeStartObject();
        values.forEach((name, value) -> {
            json.writeName(name);
            write(json, value);
        });
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Object value) {
        switch (value) {
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            case Answer part -> part.writeTo(json);
            case Parts parts -> {
                json.writeStartArray();
                parts.all().forEach(part -> part.writeTo(json));
                json.writeEndArray();
            }
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
