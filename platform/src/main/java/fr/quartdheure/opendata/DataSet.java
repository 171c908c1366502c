package fr.quartdheure.opendata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is given out, with its columns in order. A column is never renamed nor removed; new ones come last. */
public enum DataSet {
    SITES(
            Column.key("site_id"),
            Column.of("finess", "string"),
            Column.of("name", "string"),
            Column.of("kind", "string"),
            Column.of("address", "string"),
            Column.of("postal_code", "string"),
            Column.of("city", "string"),
            Column.of("commune_code", "string"),
            Column.of("latitude", "number"),
            Column.of("longitude", "number"),
            Column.of("phone", "string"),
            Column.of("wheelchair", "boolean"),
            Column.of("opens_on_holidays", "boolean"),
            Column.of("booked_here", "boolean")),
    SERVICES(
            Column.key("site_id"),
            Column.key("service_code"),
            Column.of("service_name_fr", "string"),
            Column.of("service_name_en", "string")),
    HOURS(
            Column.key("site_id"),
            Column.key("weekday", "integer"),
            Column.key("opens", "time"),
            Column.of("closes", "time")),
    DELAYS(
            Column.key("site_id"),
            Column.key("service_code"),
            Column.of("days_to_first", "integer"),
            Column.of("days_to_third", "integer"),
            Column.of("measured_at", "datetime"));

    private final List<Column> columns;

    DataSet(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * One column.
     *
     * @param type of the Table Schema: string, number, integer, boolean, time, datetime
     * @param key whether it is part of what tells rows apart
     */
    public record Column(String name, String type, boolean key) {

        private static Column of(String name, String type) {
            return new Column(name, type, false);
        }

        private static Column key(String name) {
            return key(name, "string");
        }

        private static Column key(String name, String type) {
            return new Column(name, type, true);
        }
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<Column> columns() {
        return columns;
    }

    static Optional<DataSet> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
