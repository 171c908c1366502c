package fr.quartdheure.geo;

import fr.quartdheure.atlas.travel.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The places where care is given, each with the minutes that separate it from every commune around. Thread-safe. */
@Repository
public class Places {

    private static final String REGISTER = """
            insert into geo.place (id, commune_code, lat, lon)
            select n.id, n.commune_code, n.lat, n.lon
            from unnest(:ids::text[]::uuid[], :communes::text[], :lats::float8[], :lons::float8[])
              as n (id, commune_code, lat, lon)
            on conflict (id) do update
            set commune_code = excluded.commune_code, lat = excluded.lat, lon = excluded.lon
            where (place.commune_code, place.lat, place.lon)
              is distinct from (excluded.commune_code, excluded.lat, excluded.lon)
            returning new.id, old.lat, old.lon
            """;
    /** Less is a correction of the map, within the error of any minutes. */
    private static final double MOVED_KM = 0.5;

    private static final String REMOVE = """
            delete from geo.place where id = :id
            """;

    private static final String LIST = """
            select id, commune_code, lat, lon from geo.place order by id
            """;

    private final JdbcClient jdbc;
    private final Travels travels;

    Places(JdbcClient jdbc, Travels travels) {
        this.jdbc = jdbc;
        this.travels = travels;
    }

    /** For work without the application around it. */
    public static Places on(JdbcClient jdbc) {
        return new Places(jdbc, new Travels(jdbc));
    }

    public List<Place> list() {
        return jdbc.sql(LIST)
                .query((row, number) -> new Place(
                        row.getObject("id", UUID.class),
                        row.getString("commune_code"),
                        new Position(row.getDouble("lat"), row.getDouble("lon"))))
                .list();
    }

    public void register(Place place) {
        registerAll(List.of(place));
    }

    /**
     * Adds or moves places and estimates the minutes to those that are new or moved, in the same transaction: no search
     * ever finds a place by the minutes to where it stood before. Imported minutes to a place that moved are forgotten.
     */
    @Transactional
    public void registerAll(Collection<Place> places) {
        var batch = new ArrayList<>(places);
        List<Registered> changed = jdbc.sql(REGISTER)
                .param("ids", batch.stream().map(place -> place.id().toString()).toArray(String[]::new))
                .param("communes", batch.stream().map(Place::communeCode).toArray(String[]::new))
                .param(
                        "lats",
                        batch.stream()
                                .mapToDouble(place -> place.position().lat())
                                .toArray())
                .param(
                        "lons",
                        batch.stream()
                                .mapToDouble(place -> place.position().lon())
                                .toArray())
                .query(Places::registered)
                .list();
        travels.forgetAllTo(moved(changed, batch));
        travels.estimateTo(changed.stream().map(Registered::id).toList());
    }

    private static List<UUID> moved(List<Registered> changed, List<Place> places) {
        Map<UUID, Position> now = places.stream().collect(Collectors.toMap(Place::id, Place::position));
        return changed.stream()
                .filter(one ->
                        one.before() != null && one.before().kmTo(Objects.requireNonNull(now.get(one.id()))) > MOVED_KM)
                .map(Registered::id)
                .toList();
    }

    private static Registered registered(ResultSet row, int number) throws SQLException {
        double lat = row.getDouble("lat");
        return new Registered(
                row.getObject("id", UUID.class), row.wasNull() ? null : new Position(lat, row.getDouble("lon")));
    }

    public void remove(UUID id) {
        jdbc.sql(REMOVE).param("id", id).update();
    }

    private record Registered(UUID id, @Nullable Position before) {}
}
