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

/** The shelf of practitioners' lists of patients. */
@Repository
public class Panels {

    // Whoever was counted is in "counted", and leaves it when she goes.
    private static final String SELECT = """
            select p.*,
              p.counted
                + (select count(*) filter (where r.accepted_at > p.counted_at and r.ended_at is null)
                     - count(*) filter (where r.accepted_at <= p.counted_at and r.ended_at > p.counted_at)
                   from registration.registration r
                   where r.practitioner_id = p.practitioner_id and r.site_id = p.site_id) as size,
              (select count(*) from registration.open_place o
               where o.practitioner_id = p.practitioner_id and o.site_id = p.site_id
                 and o.state = 'open') as open_places
            from registration.panel p
            """;
    private static final String OF_SITE = SELECT + "where p.site_id = :site order by p.practitioner_id";
    private static final String OF_PRACTITIONER = SELECT + "where p.practitioner_id = :practitioner order by p.site_id";
    private static final String FIND = SELECT + "where p.practitioner_id = :practitioner and p.site_id = :site";
    private static final String LOCK = """
            select 1 from registration.panel where practitioner_id = :practitioner and site_id = :site for update
            """;
    private static final String PUT = """
            insert into registration.panel (practitioner_id, site_id, target, counted, counted_at)
            values (:practitioner, :site, :target, :counted, :now)
            on conflict (practitioner_id, site_id) do update set target = excluded.target, stopped_at = null,
              counted = excluded.counted, counted_at = excluded.counted_at
            """;
    private static final String SET_TARGET = """
            update registration.panel set target = :target, stopped_at = null
            where practitioner_id = :practitioner and site_id = :site
            """;
    private static final String STOP = """
            update registration.panel set stopped_at = :now
            where practitioner_id = :practitioner and site_id = :site and stopped_at is null
            """;

    private final JdbcClient jdbc;

    Panels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Panel> listOfSite(UUID siteId) {
        return jdbc.sql(OF_SITE).param("site", siteId).query(Panels::map).list();
    }

    public List<Panel> listOfPractitioner(UUID practitionerId) {
        return jdbc.sql(OF_PRACTITIONER)
                .param("practitioner", practitionerId)
                .query(Panels::map)
                .list();
    }

    public Optional<Panel> find(UUID practitionerId, UUID siteId) {
        return at(FIND, practitionerId, siteId).query(Panels::map).optional();
    }

    /** As it stands, and as it stays until the end of the transaction as far as places are opened or counted. */
    Optional<Panel> lock(UUID practitionerId, UUID siteId) {
        at(LOCK, practitionerId, siteId).query(Integer.class).list();
        return find(practitionerId, siteId);
    }

    /** Takes a new count, which holds from now on. */
    void put(UUID practitionerId, UUID siteId, int target, int counted, Instant now) {
        at(PUT, practitionerId, siteId)
                .param("target", target)
                .param("counted", counted)
                .param("now", Sql.utc(now))
                .update();
    }

    void setTarget(UUID practitionerId, UUID siteId, int target) {
        at(SET_TARGET, practitionerId, siteId).param("target", target).update();
    }

    boolean stop(UUID practitionerId, UUID siteId, Instant now) {
        return at(STOP, practitionerId, siteId).param("now", Sql.utc(now)).update() == 1;
    }

    private JdbcClient.StatementSpec at(String sql, UUID practitionerId, UUID siteId) {
        return jdbc.sql(sql).param("practitioner", practitionerId).param("site", siteId);
    }

    private static Panel map(ResultSet row, int number) throws SQLException {
        return new Panel(
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getInt("target"),
                row.getInt("counted"),
                Sql.instant(row, "counted_at"),
                row.getInt("size"),
                row.getInt("open_places"),
                Sql.instantOrNull(row, "stopped_at"));
    }
}
