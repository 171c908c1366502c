package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in the way of an appointment, and what stands beside it because somebody decided so. */
@Repository
class Overbookings {

    private static final String LIST_IN_THE_WAY = """
            select resource_kind, appointment_id, cause, lower(during) as start_at, upper(during) as end_at
            from scheduling.occupied(:ids::text[]::uuid[], tstzrange(:start, :end))
            order by lower(during), resource_kind
            """;
    // In the order in which they were booked; whatever is still taken stays so.
    private static final String SETTLE = """
            insert into scheduling.occupation (resource_kind, resource_id, during, cause, appointment_id)
            select r.kind, r.id, tstzrange(a.start_at, a.end_at), 'appointment', a.id
            from scheduling.appointment a
            cross join lateral (values ('practitioner', a.practitioner_id), ('room', a.room_id)) as r (kind, id)
            where a.overbooked and a.status in ('booked', 'arrived', 'in-consultation')
              and a.practitioner_id = :practitioner and a.start_at < :end
              and a.start_at > :start::timestamptz - interval '4 hours' and a.end_at > :start
              and (r.id = :practitioner or r.id = :room::uuid)
              and not exists (select from scheduling.occupation o
                where o.appointment_id = a.id and o.resource_id = r.id)
            order by a.booked_at, a.id
            on conflict do nothing
            """;
    private static final String SETTLED = """
            update scheduling.appointment a set overbooked = false
            where a.overbooked and a.status in ('booked', 'arrived', 'in-consultation')
              and a.practitioner_id = :practitioner and a.start_at < :end
              and a.start_at > :start::timestamptz - interval '4 hours' and a.end_at > :start
              and not exists (
                select from (values (a.practitioner_id), (a.room_id), (a.person_key)) as r (id)
                where r.id is not null and not exists (select from scheduling.occupation o
                  where o.appointment_id = a.id and o.resource_id = r.id))
            """;

    private final JdbcClient jdbc;

    Overbookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that takes one of these resources in this period. */
    List<Conflict> listInTheWay(Period period, List<Resource> resources) {
        return jdbc.sql(LIST_IN_THE_WAY)
                .param("ids", Sql.uuids(resources.stream().map(Resource::id).toList()))
                .param("start", Sql.utc(period.start()))
                .param("end", Sql.utc(period.end()))
                .query((row, number) -> new Conflict(
                        Conflict.Kind.valueOf(row.getString("resource_kind").toUpperCase(Locale.ROOT)),
                        row.getString("cause").equals("appointment")
                                ? row.getObject("appointment_id", UUID.class)
                                : null,
                        new Period(Sql.instant(row, "start_at"), Sql.instant(row, "end_at"))))
                .list();
    }

    /**
     * What an appointment leaves goes to those that stood beside it, and from then on is theirs alone. Called with its
     * practitioner and room locked.
     */
    void settle(Appointment gone) {
        int settled = settle(SETTLE, gone);
        if (settled > 0) {
            settle(SETTLED, gone);
        }
    }

    private int settle(String sql, Appointment gone) {
        return jdbc.sql(sql)
                .param("practitioner", gone.practitionerId())
                .param("room", gone.roomId())
                .param("start", Sql.utc(gone.start()))
                .param("end", Sql.utc(gone.end()))
                .update();
    }
}
