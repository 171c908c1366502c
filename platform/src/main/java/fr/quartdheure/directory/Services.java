package fr.quartdheure.directory;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kinds of care the platform knows, read once: they change with a migration only. Thread-safe. */
@Repository
public class Services {

    private static final String LIST = """
            select code, profession, name_fr, name_en, room_kinds from directory.service order by position
            """;
    private static final String REASONS = """
            select service_code, code, name_fr, name_en, minutes from directory.reason order by service_code, position
            """;

    private final JdbcClient jdbc;
    private volatile @Nullable Map<String, Service> known;

    Services(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All services in the order people read them. */
    public List<Service> list() {
        return List.copyOf(known().values());
    }

    public Optional<Service> find(String code) {
        return Optional.ofNullable(known().get(code));
    }

    private Map<String, Service> known() {
        var read = known;
        if (read == null) {
            read = read();
            known = read;
        }
        return read;
    }

    private Map<String, Service> read() {
        Map<String, List<Reason>> reasons = jdbc
                .sql(REASONS)
                .query((row, number) -> Map.entry(
                        row.getString("service_code"),
                        new Reason(
                                row.getString("code"),
                                row.getString("name_fr"),
                                row.getString("name_en"),
                                row.getInt("minutes"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var services = new LinkedHashMap<String, Service>();
        jdbc.sql(LIST)
                .query((row, number) -> new Service(
                        row.getString("code"),
                        row.getString("profession"),
                        row.getString("name_fr"),
                        row.getString("name_en"),
                        kinds(row.getArray("room_kinds")),
                        reasons.getOrDefault(row.getString("code"), List.of())))
                .list()
                .forEach(service -> services.put(service.code(), service));
        return services;
    }

    private static List<RoomKind> kinds(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(RoomKind::of).toList();
    }
}
