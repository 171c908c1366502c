package fr.quartdheure.roster;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of recalls, of the appointments in them and of the hours proposed. */
@Repository
public class Recalls {

    private static final String ADD = """
            insert into roster.recall (id, organization_id, practitioner_id, absence_id, start_at, end_at, recalled_by,
              recalled_at)
            values (:id, :organization, :practitioner, :absence, :start, :end, :by, :at)
            """;
    private static final String FIND = """
            select * from roster.recall where id = :id
            """;
    private static final String LIST = """
            select * from roster.recall
            where organization_id = any (:organizations::text[]::uuid[]) and end_at > :after
            order by recalled_at desc limit 30
            """;
    private static final String UNDO = """
            update roster.recall set undone_at = :now where id = :id and undone_at is null
            """;
    private static final String ADD_REOFFER = """
            insert into roster.reoffer (id, recall_id, appointment_id, was_at, state, told_at)
            values (:id, :recall, :appointment, :was, :state, :told::timestamptz)
            """;
    private static final String FIND_REOFFER = """
            select * from roster.reoffer where id = :id
            """;
    private static final String FIND_OPEN = """
            select * from roster.reoffer where appointment_id = :appointment and state in ('asked', 'unreached', 'call')
            """;
    private static final String FIND_LAST = """
            select o.* from roster.reoffer o join roster.recall r on r.id = o.recall_id
            where o.appointment_id = :appointment order by r.recalled_at desc limit 1
            """;
    private static final String LIST_REOFFERS = """
            select * from roster.reoffer where recall_id = :recall order by was_at, id
            """;
    private static final String END = """
            update roster.reoffer set state = :state, answered_at = :now
            where id = :id and state in ('asked', 'unreached', 'call')
            """;
    private static final String FORGET_HOURS = """
            delete from roster.reoffered_hour where reoffer_id = :reoffer
            """;
    private static final String PROPOSE = """
            insert into roster.reoffered_hour (reoffer_id, slot_id, rank) values (:reoffer, :slot, :rank)
            """;
    private static final String HOURS = """
            select slot_id from roster.reoffered_hour where reoffer_id = :reoffer order by rank
            """;

    private final JdbcClient jdbc;

    Recalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Recall recall) {
        jdbc.sql(ADD)
                .param("id", recall.id())
                .param("organization", recall.organizationId())
                .param("practitioner", recall.practitionerId())
                .param("absence", recall.absenceId())
                .param("start", Sql.utc(recall.period().start()))
                .param("end", Sql.utc(recall.period().end()))
                .param("by", recall.by())
                .param("at", Sql.utc(recall.at()))
                .update();
    }

    public Optional<Recall> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Recalls::map).optional();
    }

    /** Those that were not over at an instant, the newest first. */
    public List<Recall> list(Collection<UUID> organizations, Instant after) {
        return jdbc.sql(LIST)
                .param("organizations", Sql.uuids(organizations))
                .param("after", Sql.utc(after))
                .query(Recalls::map)
                .list();
    }

    boolean undo(UUID id, Instant now) {
        return jdbc.sql(UNDO).param("id", id).param("now", Sql.utc(now)).update() == 1;
    }

    void add(Reoffer reoffer, List<UUID> slots) {
        Instant told = reoffer.toldAt();
        jdbc.sql(ADD_REOFFER)
                .param("id", reoffer.id())
                .param("recall", reoffer.recallId())
                .param("appointment", reoffer.appointmentId())
                .param("was", Sql.utc(reoffer.wasAt()))
                .param("state", reoffer.state().code())
                .param("told", told == null ? null : Sql.utc(told))
                .update();
        propose(reoffer.id(), slots);
    }

    /** These hours instead of those proposed before. */
    void propose(UUID reofferId, List<UUID> slots) {
        jdbc.sql(FORGET_HOURS).param("reoffer", reofferId).update();
        for (int i = 0; i < slots.size(); i++) {
            jdbc.sql(PROPOSE)
                    .param("reoffer", reofferId)
                    .param("slot", slots.get(i))
                    .param("rank", i + 1)
                    .update();
        }
    }

    public Optional<Reoffer> findReoffer(UUID id) {
        return jdbc.sql(FIND_REOFFER).param("id", id).query(Recalls::reoffer).optional();
    }

    /** The one that an appointment still waits in. */
    public Optional<Reoffer> findOpen(UUID appointmentId) {
        return jdbc.sql(FIND_OPEN)
                .param("appointment", appointmentId)
                .query(Recalls::reoffer)
                .optional();
    }

    /** The latest one of an appointment, however it ended. */
    public Optional<Reoffer> findLast(UUID appointmentId) {
        return jdbc.sql(FIND_LAST)
                .param("appointment", appointmentId)
                .query(Recalls::reoffer)
                .optional();
    }

    public List<Reoffer> listReoffers(UUID recallId) {
        return jdbc.sql(LIST_REOFFERS)
                .param("recall", recallId)
                .query(Recalls::reoffer)
                .list();
    }

    /** False when it had ended. */
    boolean end(UUID reofferId, Reoffer.State state, Instant now) {
        return jdbc.sql(END)
                        .param("id", reofferId)
                        .param("state", state.code())
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    /** The slots proposed, the best first. */
    public List<UUID> hours(UUID reofferId) {
        return jdbc.sql(HOURS).param("reoffer", reofferId).query(UUID.class).list();
    }

    private static Recall map(ResultSet row, int number) throws SQLException {
        return new Recall(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("absence_id", UUID.class),
                new Period(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")),
                row.getString("recalled_by"),
                Sql.instant(row, "recalled_at"),
                Sql.instantOrNull(row, "undone_at"));
    }

    private static Reoffer reoffer(ResultSet row, int number) throws SQLException {
        return new Reoffer(
                row.getObject("id", UUID.class),
                row.getObject("recall_id", UUID.class),
                row.getObject("appointment_id", UUID.class),
                Sql.instant(row, "was_at"),
                Reoffer.State.of(row.getString("state")),
                Sql.instantOrNull(row, "told_at"),
                Sql.instantOrNull(row, "answered_at"));
    }
}
