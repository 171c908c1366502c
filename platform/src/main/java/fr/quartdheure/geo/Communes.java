package fr.quartdheure.geo;

import fr.quartdheure.atlas.travel.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The communes and districts people say they live in. Thread-safe. */
@Repository
public class Communes {

    private static final String COLUMNS =
            "c.code, c.name, c.postal_codes, c.population, c.lat, c.lon, c.district_of, c.mountain";

    private static final String EDITION = """
            select edition from geo.commune_edition
            """;
    private static final String ANALYZE = """
            analyze geo.commune
            """;
    private static final String FIND = """
            select %s from geo.commune c where c.code = :code
            """.formatted(COLUMNS);
    private static final String LIST = """
            select %s from geo.commune c order by c.code
            """.formatted(COLUMNS);
    private static final String BY_CODES = """
            select %s from geo.commune c where c.code = any (:codes)
            """.formatted(COLUMNS);
    private static final String DISTRICTS = """
            select %s from geo.commune c where c.district_of = :code order by c.name
            """.formatted(COLUMNS);
    private static final String NEAREST = """
            select %s from geo.commune c
            where c.lat between :lat::float8 - :span::float8 and :lat::float8 + :span::float8
              and c.lon between :lon::float8 - 2 * :span::float8 and :lon::float8 + 2 * :span::float8
            order by (c.lat - :lat::float8) ^ 2 + ((c.lon - :lon::float8) * cos(radians(:lat::float8))) ^ 2
            limit 1
            """.formatted(COLUMNS);
    private static final String COUNT = """
            select count(*) from geo.commune where district_of is null
            """;
    private static final String SAVE = """
            insert into geo.commune
              (code, name, postal_codes, population, lat, lon, department, region, mountain, district_of)
            select n.code, n.name, string_to_array(n.postal_codes, ','), n.population, n.lat, n.lon,
                   n.department, n.region, n.mountain, n.district_of
            from unnest(:codes::text[], :names::text[], :postalCodes::text[], :populations::int[], :lats::float8[],
                   :lons::float8[], :departments::text[], :regions::text[], :mountains::bool[], :districtsOf::text[])
              as n (code, name, postal_codes, population, lat, lon, department, region, mountain, district_of)
            on conflict (code) do update set
              name = excluded.name, postal_codes = excluded.postal_codes, population = excluded.population,
              lat = excluded.lat, lon = excluded.lon, department = excluded.department, region = excluded.region,
              mountain = excluded.mountain, district_of = excluded.district_of
            """;

    private static final String MARK_MOUNTAINS = """
            update geo.commune c set mountain = n.mountain
            from unnest(:codes::text[], :mountains::bool[]) as n (code, mountain)
            where coalesce(c.district_of, c.code) = n.code and c.mountain <> n.mountain
            returning c.code
            """;

    private static final int BATCH = 2000;

    private static final String LIST_WITHIN = """
            select * from geo.commune
            where district_of is null and lat between :south::float8 and :north::float8
              and lon between :west::float8 and :east::float8
            order by population desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final Travels travels;
    /** Codes once found; communes are added and replaced, never removed. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Read read;

    Communes(JdbcClient jdbc, Travels travels) {
        this.jdbc = jdbc;
        this.travels = travels;
    }

    /** For work without the application around it. */
    public static Communes on(JdbcClient jdbc) {
        return new Communes(jdbc, new Travels(jdbc));
    }

    /**
     * What somebody may mean by what she typed: a name with or without accents, hyphens and capitals, its beginning, a
     * postal code or its beginning, both together, or a name with a small typing error.
     *
     * @param limit 1 to 100
     */
    public List<Commune> search(String typed, int limit) {
        return gazetteer().search(typed, Math.clamp(limit, 1, 100));
    }

    /** The one in memory, read again when communes were written, by this node or by another. */
    private Gazetteer gazetteer() {
        long edition = jdbc.sql(EDITION).query(Long.class).single();
        var held = read;
        if (held != null && held.edition() == edition) {
            return held.gazetteer();
        }
        var gazetteer = new Gazetteer(list());
        read = new Read(gazetteer, edition);
        return gazetteer;
    }

    /** The communes whose centre lies in a rectangle, the largest first. */
    public List<Commune> within(double south, double west, double north, double east, int limit) {
        return jdbc.sql(LIST_WITHIN)
                .param("south", south)
                .param("west", west)
                .param("north", north)
                .param("east", east)
                .param("limit", limit)
                .query(Communes::commune)
                .list();
    }

    public Optional<Commune> find(String code) {
        return jdbc.sql(FIND).param("code", code).query(Communes::commune).optional();
    }

    /** Whether there is such a commune or district. Asked at every search: what was seen once is not read again. */
    public boolean isKnown(String code) {
        if (known.contains(code)) {
            return true;
        }
        return find(code).map(commune -> known.add(commune.code())).isPresent();
    }

    public Map<String, Commune> listByCodes(Collection<String> codes) {
        var byCode = new HashMap<String, Commune>();
        jdbc.sql(BY_CODES)
                .param("codes", codes.toArray(String[]::new))
                .query(Communes::commune)
                .list()
                .forEach(commune -> byCode.put(commune.code(), commune));
        return byCode;
    }

    /** All communes and districts, by code. */
    public List<Commune> list() {
        return jdbc.sql(LIST).query(Communes::commune).list();
    }

    public List<Commune> districtsOf(String code) {
        return jdbc.sql(DISTRICTS).param("code", code).query(Communes::commune).list();
    }

    /** The commune or district whose centre is nearest. */
    public Optional<Commune> nearest(Position position) {
        for (double span : new double[] {0.2, 1, 180}) {
            var found = jdbc.sql(NEAREST)
                    .param("lat", position.lat())
                    .param("lon", position.lon())
                    .param("span", span)
                    .query(Communes::commune)
                    .optional();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** How many communes there are, without their districts. */
    public int count() {
        return jdbc.sql(COUNT).query(Integer.class).single();
    }

    /** Adds or replaces communes and districts, and estimates the minutes from them to every place. */
    @Transactional
    public void saveAll(Collection<Commune> communes) {
        var ordered = new ArrayList<>(communes);
        // A district refers to its commune, which therefore comes first.
        ordered.sort((one, other) -> Boolean.compare(one.districtOf() != null, other.districtOf() != null));
        for (int from = 0; from < ordered.size(); from += BATCH) {
            save(ordered.subList(from, Math.min(ordered.size(), from + BATCH)));
        }
        if (ordered.size() >= BATCH) {
            jdbc.sql(ANALYZE).update();
        }
        travels.estimateFrom(communes.stream().map(Commune::code).toList());
    }

    /**
     * Says of communes, and with them of their districts, whether they lie in the mountains, and estimates the minutes
     * from and to them again.
     */
    @Transactional
    void markMountains(Map<String, Boolean> byCode) {
        List<String> changed = jdbc.sql(MARK_MOUNTAINS)
                .param("codes", byCode.keySet().toArray(String[]::new))
                .param("mountains", byCode.values().toArray(Boolean[]::new))
                .query(String.class)
                .list();
        travels.estimateAround(changed);
    }

    private void save(List<Commune> batch) {
        jdbc.sql(SAVE)
                .param("codes", batch.stream().map(Commune::code).toArray(String[]::new))
                .param("names", batch.stream().map(Commune::name).toArray(String[]::new))
                .param(
                        "postalCodes",
                        batch.stream()
                                .map(c -> String.join(",", c.postalCodes()))
                                .toArray(String[]::new))
                .param(
                        "populations",
                        batch.stream().mapToInt(Commune::population).toArray())
                .param("lats", batch.stream().mapToDouble(Commune::lat).toArray())
                .param("lons", batch.stream().mapToDouble(Commune::lon).toArray())
                .param("departments", batch.stream().map(Commune::department).toArray(String[]::new))
                .param(
                        "regions",
                        batch.stream()
                                .map(c -> Departments.regionOfCommune(c.code()).orElse(null))
                                .toArray(String[]::new))
                .param("mountains", batch.stream().map(Commune::mountain).toArray(Boolean[]::new))
                .param("districtsOf", batch.stream().map(Commune::districtOf).toArray(String[]::new))
                .update();
    }

    static Commune commune(ResultSet row, int number) throws SQLException {
        return new Commune(
                row.getString("code"),
                row.getString("name"),
                List.of((String[]) row.getArray("postal_codes").getArray()),
                row.getInt("population"),
                row.getDouble("lat"),
                row.getDouble("lon"),
                row.getString("district_of"),
                row.getBoolean("mountain"));
    }

    private record Read(Gazetteer gazetteer, long edition) {}
}
