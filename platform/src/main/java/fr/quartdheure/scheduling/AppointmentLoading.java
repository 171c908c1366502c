package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes over whole agendas at once, from a demonstration or another system, with the same constraints as any booking.
 */
@Repository
public class AppointmentLoading {

    private static final int BATCH = 5000;

    private static final String LIST_SLOTS = """
            select * from scheduling.slot where start_at >= :from order by start_at, id
            """;
    private static final String ADD = """
            insert into scheduling.appointment (id, slot_id, practitioner_id, site_id, room_id, service_code,
              reason_code, kind, mode, start_at, end_at, status, origin, patient_id, person_key, booked_at, ended_at)
            select k.id, s.id, s.practitioner_id, s.site_id, s.room_id, s.service_code,
              k.reason, s.kind, s.mode, s.start_at, s.end_at, k.status, 'demo', k.patient, k.patient, now(),
              case when k.status = 'done' then s.end_at end
            from unnest(:ids::text[]::uuid[], :slots::text[]::uuid[], :patients::text[]::uuid[], :reasons::text[],
              :statuses::text[]) as k (id, slot, patient, reason, status)
            join scheduling.slot s on s.id = k.slot
            """;
    private static final String OCCUPY = """
            insert into scheduling.occupation (resource_kind, resource_id, during, cause, appointment_id)
            select r.kind, r.id, tstzrange(a.start_at, a.end_at), 'appointment', a.id
            from scheduling.appointment a
            cross join lateral (values ('practitioner', a.practitioner_id), ('room', a.room_id),
              ('patient', a.person_key)) as r (kind, id)
            where a.id = any (:ids::text[]::uuid[]) and r.id is not null
            """;

    private final JdbcClient jdbc;

    AppointmentLoading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every slot from an instant on, with the rule that made it. */
    public List<OfRule> listSlots(Instant from) {
        return jdbc.sql(LIST_SLOTS)
                .param("from", Sql.utc(from))
                .query(AppointmentLoading::ofRule)
                .list();
    }

    public void load(List<Known> all) {
        for (int from = 0; from < all.size(); from += BATCH) {
            loadBatch(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    private void loadBatch(List<Known> batch) {
        List<UUID> ids = batch.stream().map(known -> UUID.randomUUID()).toList();
        jdbc.sql(ADD)
                .param("ids", Sql.uuids(ids))
                .param("slots", column(batch, known -> known.slot().id().toString()))
                .param("patients", column(batch, known -> known.patientId().toString()))
                .param("reasons", column(batch, Known::reason))
                .param("statuses", column(batch, known -> known.status().code()))
                .update();
        jdbc.sql(OCCUPY).param("ids", Sql.uuids(ids)).update();
    }

    private static String[] column(List<Known> batch, Function<Known, String> value) {
        return batch.stream().map(value).toArray(String[]::new);
    }

    private static OfRule ofRule(ResultSet row, int number) throws SQLException {
        return new OfRule(row.getObject("rule_id", UUID.class), Slots.map(row, number));
    }

    /** A slot and the rule that made it. */
    public record OfRule(UUID ruleId, Slot slot) {}

    /** An appointment as the other system knows it. */
    public record Known(Slot slot, UUID patientId, String reason, AppointmentStatus status) {}
}
