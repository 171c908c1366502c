package fr.quartdheure.scheduling;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers for those whose appointment nobody closed during the day, each in one step and each to be taken back. Of two
 * answers at once the first stands.
 */
@Repository
public class Settling {

    // Somebody may leave before her hour; nobody is absent before it.
    private static final String SETTLE = """
            update scheduling.appointment
            set status = :to, missed_reason = :reason::text, settled_from = status,
              ended_at = case when :to = 'done' then least(end_at, :now::timestamptz) else :now::timestamptz end
            where id = :id and status = any (:from::text[]) and (start_at <= :now or :reason::text = 'left')
            """;
    private static final String TAKE_BACK = """
            update scheduling.appointment set status = settled_from, ended_at = null, spared = true
            where id = :id and status in ('done', 'no-show') and settled_from is not null
            """;
    private static final String FIND = """
            select * from scheduling.appointment where id = :id
            """;
    private static final String LIST_UNSETTLED = """
            select * from scheduling.appointment
            where site_id = :site and start_at >= :from and start_at < :to
              and status in ('booked', 'arrived', 'in-consultation')
            order by start_at, practitioner_id
            """;
    private static final String LIST_EXPECTED = """
            select * from scheduling.appointment
            where site_id = :site and start_at >= :from and start_at <= :to
              and status = 'booked' and status not in ('held', 'expired', 'cancelled') and not spared
            order by start_at limit 500
            """;
    private static final String LIST_ANSWERS = """
            select id, missed_reason, settled_from from scheduling.appointment where id = any (:ids::text[]::uuid[])
            """;
    private static final String COUNT_MISSED = """
            select count(*) from scheduling.appointment
            where patient_id = :patient and start_at >= :since and status = 'no-show'
              and missed_reason is distinct from 'left'
            """;

    private static final List<String> OPEN = List.of("booked", "arrived", "in-consultation");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** False when it has another answer, or when its hour is still to come. */
    @Transactional
    public boolean settle(UUID appointmentId, Settlement answer) {
        List<String> from = switch (answer) {
            case SEEN -> OPEN;
            case ABSENT, LATE_CANCELLATION, AUTOMATIC -> List.of("booked");
            case LEFT -> List.of("arrived");
        };
        boolean done = jdbc.sql(SETTLE)
                        .param("id", appointmentId)
                        .param("to", answer.status().code())
                        .param("reason", answer == Settlement.SEEN ? null : answer.code())
                        .param("from", from.toArray(String[]::new))
                        .param("now", Sql.utc(clock.instant()))
                        .update()
                == 1;
        if (done) {
            tell(appointmentId, answer.status().code(), answer.code());
        }
        return done;
    }

    /** False when it was not settled, or is no longer as it was settled. */
    @Transactional
    public boolean takeBack(UUID appointmentId) {
        boolean done = jdbc.sql(TAKE_BACK).param("id", appointmentId).update() == 1;
        if (done) {
            tell(appointmentId, "undo", "settlement");
        }
        return done;
    }

    /** Everybody at a site in a stretch of time of whom nobody said what became of her. */
    public List<Appointment> listUnsettled(UUID siteId, Instant from, Instant to) {
        return list(LIST_UNSETTLED, siteId, from, to);
    }

    /** Those who are still awaited though their hour was between two instants, both included. */
    public List<Appointment> listExpected(UUID siteId, Instant from, Instant to) {
        return list(LIST_EXPECTED, siteId, from, to);
    }

    /** What was answered, by appointment; those without any answer are left out. */
    public Map<UUID, Answer> answers(Collection<UUID> appointmentIds) {
        Map<UUID, Answer> answers = new HashMap<>();
        jdbc.sql(LIST_ANSWERS)
                .param("ids", Sql.uuids(appointmentIds))
                .query((row, number) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Answer(row.getString("missed_reason"), row.getString("settled_from") != null)))
                .list()
                .forEach(one -> answers.put(one.getKey(), one.getValue()));
        return answers;
    }

    /** How often somebody did not come, anywhere; whoever left after waiting is not counted. */
    public int countMissed(UUID patientId, Instant since) {
        return jdbc.sql(COUNT_MISSED)
                .param("patient", patientId)
                .param("since", Sql.utc(since))
                .query(Integer.class)
                .single();
    }

    private List<Appointment> list(String sql, UUID siteId, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("site", siteId)
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(Appointments::map)
                .list();
    }

    private void tell(UUID id, String act, String reason) {
        Appointment appointment =
                jdbc.sql(FIND).param("id", id).query(Appointments::map).single();
        UUID patient = appointment.patientId();
        if (patient != null) {
            events.publishEvent(Trace.of(act, "patient", patient).because(reason));
        }
        events.publishEvent(new AppointmentAdvanced(id));
        events.publishEvent(new AgendaChanged(appointment.siteId()));
    }

    /**
     * @param missedReason code of the settlement, null for who was seen or where nobody said
     * @param undoable whether it can be taken back
     */
    public record Answer(@Nullable String missedReason, boolean undoable) {}
}
