package fr.quartdheure.geo;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TravelEstimate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The minutes from communes to places; estimates never replace those that were imported or routed. */
@Repository
class Travels {

    private static final String ORIGINS = """
            select code, lat, lon, mountain from geo.commune
            where :all or code = any (:codes)
            order by lat
            """;
    private static final String PLACES = """
            select p.id, p.lat, p.lon, c.mountain, p.commune_code, coalesce(c.district_of, c.code) as whole
            from geo.place p join geo.commune c on c.code = p.commune_code
            where :all or p.id = any (:ids::text[]::uuid[])
            """;
    private static final String AROUND = """
            select p.id, p.lat, p.lon, c.mountain, p.commune_code, coalesce(c.district_of, c.code) as whole
            from geo.place p join geo.commune c on c.code = p.commune_code
            where p.lat between :lat::float8 - :span::float8 and :lat::float8 + :span::float8
            """;
    private static final String MOUNTAIN = """
            select mountain from geo.commune
            where lat between :lat - 0.2 and :lat + 0.2 and lon between :lon - 0.3 and :lon + 0.3
            order by (lat - :lat) ^ 2 + ((lon - :lon) * cos(radians(:lat))) ^ 2
            limit 1
            """;
    private static final String WITHIN = """
            select id from geo.place where commune_code = any (:codes)
            """;
    private static final String FORGET_TO = """
            delete from geo.travel where source = 'estimate' and place_id = any (:ids::text[]::uuid[])
            """;
    private static final String FORGET_ALL_TO = """
            delete from geo.travel where place_id = any (:ids::text[]::uuid[])
            """;
    private static final String FORGET_FROM = """
            delete from geo.travel where source = 'estimate' and origin_code = any (:codes)
            """;
    private static final String ADD = """
            insert into geo.travel (origin_code, place_id, minutes, source)
            select n.code, :place, n.minutes, 'estimate'
            from unnest(:codes::text[], :minutes::real[]) as n (code, minutes)
            on conflict (place_id, origin_code) do nothing
            """;

    private static final double KM_PER_DEGREE = 111.19;

    private final JdbcClient jdbc;

    Travels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void estimateTo(Collection<UUID> places) {
        if (places.isEmpty()) {
            return;
        }
        String[] ids = places.stream().map(UUID::toString).toArray(String[]::new);
        jdbc.sql(FORGET_TO).param("ids", ids).update();
        estimate(origins(null), destinations(ids));
    }

    /** Imported ones too: they led to where these places stood before. */
    void forgetAllTo(Collection<UUID> places) {
        if (!places.isEmpty()) {
            jdbc.sql(FORGET_ALL_TO)
                    .param("ids", places.stream().map(UUID::toString).toArray(String[]::new))
                    .update();
        }
    }

    void estimateFrom(Collection<String> communes) {
        if (communes.isEmpty()) {
            return;
        }
        String[] codes = communes.toArray(String[]::new);
        jdbc.sql(FORGET_FROM).param("codes", codes).update();
        estimate(origins(codes), destinations(null));
    }

    /** From these communes to all places, and from everywhere to the places in them. */
    void estimateAround(Collection<String> communes) {
        estimateFrom(communes);
        estimateTo(jdbc.sql(WITHIN)
                .param("codes", communes.toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    List<Near> around(Position position, double minutes) {
        var near = new ArrayList<Near>();
        boolean mountain = jdbc.sql(MOUNTAIN)
                .param("lat", position.lat())
                .param("lon", position.lon())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        for (Destination to : jdbc.sql(AROUND)
                .param("lat", position.lat())
                .param("span", TravelEstimate.farthestKm(minutes) / KM_PER_DEGREE)
                .query(Travels::destination)
                .list()) {
            double needed = TravelEstimate.minutes(position.kmTo(to.position()), mountain || to.mountain());
            if (needed <= minutes) {
                near.add(new Near(to.id(), needed));
            }
        }
        near.sort(Comparator.comparingDouble(Near::minutes).thenComparing(Near::placeId));
        return near;
    }

    /** Origins come sorted by latitude, so each place looks only at the belt it can be reached from. */
    private void estimate(List<From> origins, List<Destination> places) {
        double span = TravelEstimate.farthestKm(Reach.FARTHEST) / KM_PER_DEGREE;
        double[] lats =
                origins.stream().mapToDouble(from -> from.position().lat()).toArray();
        for (Destination to : places) {
            var codes = new ArrayList<String>();
            var minutes = new ArrayList<Float>();
            int i = first(lats, to.position().lat() - span);
            for (; i < lats.length && lats[i] <= to.position().lat() + span; i++) {
                double needed = minutes(origins.get(i), to);
                if (needed <= Reach.FARTHEST) {
                    codes.add(origins.get(i).code());
                    minutes.add((float) needed);
                }
            }
            add(to.id(), codes, minutes);
        }
    }

    private void add(UUID place, List<String> codes, List<Float> minutes) {
        if (!codes.isEmpty()) {
            jdbc.sql(ADD)
                    .param("place", place)
                    .param("codes", codes.toArray(String[]::new))
                    .param("minutes", minutes.toArray(Float[]::new))
                    .update();
        }
    }

    /** From the whole commune to a place in it, or in one of its districts, nothing is counted. */
    private static double minutes(From from, Destination to) {
        if (from.code().equals(to.communeCode()) || from.code().equals(to.whole())) {
            return 0;
        }
        return TravelEstimate.minutes(from.position().kmTo(to.position()), from.mountain() || to.mountain());
    }

    private static int first(double[] sorted, double value) {
        int found = Arrays.binarySearch(sorted, value);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && sorted[found - 1] == value) {
            found--;
        }
        return found;
    }

    private List<From> origins(String @Nullable [] codes) {
        return jdbc.sql(ORIGINS)
                .param("all", codes == null)
                .param("codes", codes == null ? new String[0] : codes)
                .query((row, number) -> new From(
                        row.getString("code"),
                        new Position(row.getDouble("lat"), row.getDouble("lon")),
                        row.getBoolean("mountain")))
                .list();
    }

    private List<Destination> destinations(String @Nullable [] ids) {
        return jdbc.sql(PLACES)
                .param("all", ids == null)
                .param("ids", ids == null ? new String[0] : ids)
                .query(Travels::destination)
                .list();
    }

    private static Destination destination(ResultSet row, int number) throws SQLException {
        return new Destination(
                row.getObject("id", UUID.class),
                new Position(row.getDouble("lat"), row.getDouble("lon")),
                row.getBoolean("mountain"),
                row.getString("commune_code"),
                row.getString("whole"));
    }

    private record From(String code, Position position, boolean mountain) {}

    private record Destination(UUID id, Position position, boolean mountain, String communeCode, String whole) {}
}
