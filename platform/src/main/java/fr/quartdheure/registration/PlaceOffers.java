package fr.quartdheure.registration;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of offers of a place. */
@Repository
public class PlaceOffers {

    private static final String SELECT = """
            select o.*, p.practitioner_id, p.site_id
            from registration.offer o join registration.open_place p on p.id = o.place_id
            """;
    private static final String ADD = """
            insert into registration.offer (id, place_id, request_id, state, offered_at, expires_at)
            values (:id, :place, :request, 'open', :now, :expiresAt)
            """;
    private static final String FIND = SELECT + "where o.id = :id";
    private static final String FIND_OPEN = SELECT + "where o.request_id = :request and o.state = 'open'";
    private static final String FIND_OF_PLACE = SELECT + "where o.place_id = :place and o.state = 'open'";
    private static final String LIST_OPEN =
            SELECT + "where p.site_id = :site and o.state = 'open' order by o.expires_at";
    private static final String LIST_LAPSED =
            SELECT + "where o.state = 'open' and o.expires_at <= :now order by o.expires_at limit 100";
    // Only one answer, lapse or withdrawal comes through.
    private static final String END = """
            update registration.offer set state = :state, answered_at = :now where id = :id and state = 'open'
            """;

    private final JdbcClient jdbc;

    PlaceOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID placeId, UUID requestId, Instant now, Instant expiresAt) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("place", placeId)
                .param("request", requestId)
                .param("now", Sql.utc(now))
                .param("expiresAt", Sql.utc(expiresAt))
                .update();
    }

    public Optional<PlaceOffer> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(PlaceOffers::map).optional();
    }

    /** The place that somebody is asked about now. */
    public Optional<PlaceOffer> findOpen(UUID requestId) {
        return jdbc.sql(FIND_OPEN)
                .param("request", requestId)
                .query(PlaceOffers::map)
                .optional();
    }

    Optional<PlaceOffer> findOfPlace(UUID placeId) {
        return jdbc.sql(FIND_OF_PLACE)
                .param("place", placeId)
                .query(PlaceOffers::map)
                .optional();
    }

    /** What people are asked about at a site. */
    public List<PlaceOffer> listOpen(UUID siteId) {
        return jdbc.sql(LIST_OPEN).param("site", siteId).query(PlaceOffers::map).list();
    }

    List<PlaceOffer> listLapsed(Instant now) {
        return jdbc.sql(LIST_LAPSED)
                .param("now", Sql.utc(now))
                .query(PlaceOffers::map)
                .list();
    }

    /** False when it had ended already. */
    boolean end(UUID id, String state, Instant now) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("state", state)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    private static PlaceOffer map(ResultSet row, int number) throws SQLException {
        return new PlaceOffer(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getString("state").equals("open"),
                Sql.instant(row, "expires_at"));
    }
}
