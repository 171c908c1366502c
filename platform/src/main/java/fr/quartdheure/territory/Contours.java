package fr.quartdheure.territory;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The borders of communes as files draw them, and as each band of zooms shows them. Thread-safe. */
@Repository
public class Contours {

    private static final String BOXES = """
            select commune_code, west, south, east, north from territory.contour
            """;
    private static final String SHAPES = """
            select commune_code, shape from territory.contour where commune_code = any (:codes)
            """;
    private static final String SAVE = """
            insert into territory.contour (commune_code, shape, west, south, east, north, source, imported_at)
            values (:code, :shape, :west, :south, :east, :north, :source, :now)
            on conflict (commune_code) do update set
              shape = excluded.shape, west = excluded.west, south = excluded.south, east = excluded.east,
              north = excluded.north, source = excluded.source, imported_at = excluded.imported_at
            """;
    private static final String SAVE_OUTLINES = """
            insert into territory.outline (band, commune_code, coordinates)
            select :band, n.code, n.coordinates
            from unnest(:codes::text[], :coordinates::text[]) as n (code, coordinates)
            on conflict (band, commune_code) do update set coordinates = excluded.coordinates
            where outline.coordinates <> excluded.coordinates
            """;
    private static final String OUTLINES = """
            select commune_code, coordinates from territory.outline where band = :band order by commune_code
            """;
    private static final String OUTLINES_WITHIN = """
            select o.commune_code, o.coordinates from territory.outline o
            join territory.contour c on c.commune_code = o.commune_code
            where o.band = :band and c.west <= :east::float8 and c.east >= :west::float8
              and c.south <= :north::float8 and c.north >= :south::float8
            order by o.commune_code
            """;
    private static final String LINEAGE = """
            select source, max(imported_at) as imported_at, count(*) as figures, false as estimated
            from territory.contour group by source order by count(*) desc, source
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Contours(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The rectangle around each commune whose border is known. */
    public Map<String, Box> boxes() {
        var boxes = new HashMap<String, Box>();
        jdbc.sql(BOXES).query(row -> {
            boxes.put(
                    row.getString("commune_code"),
                    new Box(
                            row.getDouble("west"),
                            row.getDouble("south"),
                            row.getDouble("east"),
                            row.getDouble("north")));
        });
        return boxes;
    }

    /** All borders of one band, by commune. */
    public List<Outline> outlines(Band band) {
        return jdbc.sql(OUTLINES)
                .param("band", band.code())
                .query(Contours::outline)
                .list();
    }

    /** The borders of one band that a rectangle of the map shows, by commune. */
    public List<Outline> outlines(Band band, Box within) {
        return jdbc.sql(OUTLINES_WITHIN)
                .param("band", band.code())
                .param("west", within.west())
                .param("south", within.south())
                .param("east", within.east())
                .param("north", within.north())
                .query(Contours::outline)
                .list();
    }

    /** Where the borders come from, the most telling source first. */
    public List<Lineage> lineage() {
        return jdbc.sql(LINEAGE).query(Lineages::lineage).list();
    }

    /** The borders as they were imported, by commune. */
    Map<String, Contour> listByCodes(Collection<String> codes) {
        var contours = new HashMap<String, Contour>();
        jdbc.sql(SHAPES).param("codes", codes.toArray(String[]::new)).query(row -> {
            String code = row.getString("commune_code");
            contours.put(code, new Contour(code, geometry(row.getBytes("shape"))));
        });
        return contours;
    }

    void saveAll(Collection<Contour> contours, String source) {
        var writer = new WKBWriter();
        for (Contour contour : contours) {
            Box box = contour.box();
            jdbc.sql(SAVE)
                    .param("code", contour.communeCode())
                    .param("shape", writer.write(contour.border()))
                    .param("west", box.west())
                    .param("south", box.south())
                    .param("east", box.east())
                    .param("north", box.north())
                    .param("source", source)
                    .param("now", Sql.utc(clock.instant()))
                    .update();
        }
    }

    /** @param byCommune coordinates, by the code of a commune whose border is known */
    void saveOutlines(Band band, Map<String, String> byCommune) {
        jdbc.sql(SAVE_OUTLINES)
                .param("band", band.code())
                .param("codes", byCommune.keySet().toArray(String[]::new))
                .param("coordinates", byCommune.values().toArray(String[]::new))
                .update();
    }

    private static Geometry geometry(byte[] shape) {
        try {
            return new WKBReader().read(shape);
        } catch (ParseException e) {
            throw new IllegalStateException("a stored border cannot be read", e);
        }
    }

    private static Outline outline(ResultSet row, int number) throws SQLException {
        return new Outline(row.getString("commune_code"), row.getString("coordinates"), false);
    }
}
