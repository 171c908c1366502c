package fr.quartdheure.opendata;

import fr.quartdheure.opendata.DataRows.Row;
import fr.quartdheure.opendata.DataSet.Column;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * What each column means, as Table Schema and Data Package (Frictionless) say it, and the rows as JSON. Keys are in one
 * order on every node, so that a file and its ETag are the same everywhere.
 */
@Component
class Descriptions {

    private final MessageSource messages;
    private final OpenDataSettings settings;
    private final ObjectMapper json;

    Descriptions(MessageSource messages, OpenDataSettings settings, ObjectMapper json) {
        this.messages = messages;
        this.settings = settings;
        this.json = json;
    }

    String data(DataSet set, List<Row> rows, boolean demo) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("name", set.code());
        whole.put("licence", settings.licence());
        whole.put("publisher", settings.publisher());
        whole.put("demonstration", demo);
        whole.put("schema", set.code() + ".schema.json");
        whole.put("rows", rows.stream().map(row -> object(set, row)).toList());
        return json.writeValueAsString(whole);
    }

    private static Map<String, @Nullable Object> object(DataSet set, Row row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < set.columns().size(); at++) {
            object.put(set.columns().get(at).name(), row.values().get(at));
        }
        return object;
    }

    String schema(DataSet set) {
        return json.writeValueAsString(tableSchema(set));
    }

    /** All of them, with the licence. */
    String whole() {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("name", "quartdheure");
        whole.put("licenses", List.of(licence()));
        if (!settings.publisher().isBlank()) {
            whole.put(
                    "contributors", List.of(new TreeMap<>(Map.of("title", settings.publisher(), "role", "publisher"))));
        }
        whole.put(
                "resources", Arrays.stream(DataSet.values()).map(this::resource).toList());
        return json.writeValueAsString(whole);
    }

    private Map<String, String> licence() {
        return new TreeMap<>(Map.of(
                "title", settings.licence(), "path", settings.licenceUrl().toString()));
    }

    private Map<String, Object> resource(DataSet set) {
        return new TreeMap<>(Map.of(
                "name",
                set.code(),
                "path",
                set.code() + ".csv",
                "profile",
                "tabular-data-resource",
                "mediatype",
                "text/csv",
                "encoding",
                "utf-8",
                "dialect",
                new TreeMap<>(Map.of("delimiter", ",", "lineTerminator", "\r\n", "header", true)),
                "schema",
                tableSchema(set)));
    }

    private Map<String, Object> tableSchema(DataSet set) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put(
                "fields",
                set.columns().stream().map(column -> field(set, column)).toList());
        schema.put("missingValues", List.of(""));
        schema.put(
                "primaryKey",
                set.columns().stream().filter(Column::key).map(Column::name).toList());
        if (set != DataSet.SITES) {
            schema.put(
                    "foreignKeys",
                    List.of(new TreeMap<>(Map.of(
                            "fields",
                            "site_id",
                            "reference",
                            new TreeMap<>(Map.of("resource", "sites", "fields", "site_id"))))));
        }
        return schema;
    }

    private Map<String, Object> field(DataSet set, Column column) {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", column.name());
        field.put("type", column.type());
        field.put("description", say(Locale.FRENCH, set, column));
        field.put("description_en", say(Locale.ENGLISH, set, column));
        if (column.key()) {
            field.put("constraints", Map.of("required", true));
        }
        return field;
    }

    private String say(Locale language, DataSet set, Column column) {
        return messages.getMessage("opendata.column." + set.code() + "." + column.name(), new Object[0], language);
    }
}
