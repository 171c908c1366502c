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

/** The shelf of places that came open. */
@Repository
class OpenPlaces {

    private static final String ADD = """
            insert into registration.open_place (id, practitioner_id, site_id, state, opened_at)
            values (:id, :practitioner, :site, 'open', :now)
            """;
    private static final String FIND = """
            select * from registration.open_place where id = :id
            """;
    // One place after the other, whatever the number of nodes: two at once could both go to whoever is first in turn.
    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(8032)) as locked
            """;
    private static final String LIST_UNOFFERED = """
            select p.* from registration.open_place p
            where p.state = 'open'
              and not exists (select from registration.offer o where o.place_id = p.id and o.state = 'open')
            order by p.opened_at, p.id
            """;
    private static final String LIST_OPEN = """
            select * from registration.open_place
            where practitioner_id = :practitioner and site_id = :site and state = 'open' order by opened_at, id
            """;
    private static final String END = """
            update registration.open_place set state = :state where id = :id and state = 'open'
            """;

    private final JdbcClient jdbc;

    OpenPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place with a practitioner at a site. */
    record OpenPlace(UUID id, UUID practitionerId, UUID siteId) {}

    void add(OpenPlace place, Instant now) {
        jdbc.sql(ADD)
                .param("id", place.id())
                .param("practitioner", place.practitionerId())
                .param("site", place.siteId())
                .param("now", Sql.utc(now))
                .update();
    }

    Optional<OpenPlace> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(OpenPlaces::map).optional();
    }

    /** Until the end of the transaction nobody else offers places or takes them back. */
    void lock() {
        jdbc.sql(LOCK).query(Integer.class).single();
    }

    /** Those that nobody is asked about, the one that has waited longest first. */
    List<OpenPlace> listUnoffered() {
        return jdbc.sql(LIST_UNOFFERED).query(OpenPlaces::map).list();
    }

    List<OpenPlace> listOpen(UUID practitionerId, UUID siteId) {
        return jdbc.sql(LIST_OPEN)
                .param("practitioner", practitionerId)
                .param("site", siteId)
                .query(OpenPlaces::map)
                .list();
    }

    /** False when it had ended already. */
    boolean end(UUID id, String state) {
        return jdbc.sql(END).param("id", id).param("state", state).update() == 1;
    }

    private static OpenPlace map(ResultSet row, int number) throws SQLException {
        return new OpenPlace(
                row.getObject("id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class));
    }
}
