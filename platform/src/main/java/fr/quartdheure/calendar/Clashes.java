package fr.quartdheure.calendar;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appointments to come that stand where calendars elsewhere take the hour. */
@Repository
public class Clashes {

    private static final String LIST = """
            select distinct on (e.start_at, e.id)
              e.id, e.practitioner_id, e.site_id, e.patient_id, e.start_at, e.end_at, s.label,
              b.start_at as busy_from, b.end_at as busy_to
            from calendar.subscription s
            join calendar.busy_time b on b.subscription_id = s.id and b.end_at > :now
            join scheduling.published_entry e on e.practitioner_id = s.practitioner_id
              and e.start_at < b.end_at and e.start_at > b.start_at - interval '4 hours' and e.end_at > b.start_at
            where e.active and e.start_at > :now
              and (s.practitioner_id = any (:practitioners::text[]::uuid[])
                or e.site_id = any (:sites::text[]::uuid[]))
            order by e.start_at, e.id, b.start_at
            limit 200
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Clashes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Clash> ofPractitioner(UUID practitionerId) {
        return list(List.of(practitionerId), List.of());
    }

    public List<Clash> ofSites(Collection<UUID> sites) {
        return list(List.of(), sites);
    }

    private List<Clash> list(Collection<UUID> practitioners, Collection<UUID> sites) {
        Instant now = clock.instant();
        return jdbc.sql(LIST)
                .param("practitioners", Sql.uuids(practitioners))
                .param("sites", Sql.uuids(sites))
                .param("now", Sql.utc(now))
                .query(Clashes::map)
                .list();
    }

    private static Clash map(ResultSet row, int number) throws SQLException {
        return new Clash(
                row.getObject("id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                new Period(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")),
                row.getString("label"),
                new Period(Sql.instant(row, "busy_from"), Sql.instant(row, "busy_to")));
    }
}
