package fr.quartdheure.geo;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody reaches from where she is, nearest first. Thread-safe. */
@Component
public class Reach {

    /** Beyond so many minutes nothing is kept. */
    public static final double FARTHEST = 60;

    private static final String FROM_COMMUNE = """
            select place_id, minutes from geo.travel
            where origin_code = :code and minutes <= :minutes
            order by minutes, place_id
            """;

    private static final String ALL = """
            select origin_code, place_id, minutes from geo.travel where minutes <= :minutes
            """;

    private final JdbcClient jdbc;
    private final Travels travels;

    Reach(JdbcClient jdbc, Travels travels) {
        this.jdbc = jdbc;
        this.travels = travels;
    }

    /**
     * The places within so many minutes, by minutes then id. A position is used for this answer only.
     *
     * @param minutes 0 to 60; more is answered as 60
     */
    public List<Near> within(Origin origin, double minutes) {
        if (!(minutes >= 0)) {
            throw new IllegalArgumentException("minutes " + minutes + " are negative or not a number");
        }
        double most = Math.min(minutes, FARTHEST);
        return switch (origin) {
            case Origin.InCommune commune -> from(commune.code(), most);
            case Origin.At at -> travels.around(at.position(), most);
        };
    }

    /** Every way from a commune or district to a place within so many minutes, in no order. */
    public void forEachWithin(double minutes, Way way) {
        jdbc.sql(ALL).param("minutes", minutes).query(row -> {
            way.take(row.getString("origin_code"), row.getObject("place_id", UUID.class), row.getDouble("minutes"));
        });
    }

    /** Takes one way after the other. */
    @FunctionalInterface
    public interface Way {
        void take(String communeCode, UUID placeId, double minutes);
    }

    private List<Near> from(String code, double minutes) {
        return jdbc.sql(FROM_COMMUNE)
                .param("code", code)
                .param("minutes", minutes)
                .query((row, number) -> new Near(row.getObject("place_id", UUID.class), row.getDouble("minutes")))
                .list();
    }
}
