package fr.quartdheure.reception;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of calls. */
@Repository
public class Calls {

    private static final String ADD = """
            insert into reception.call (id, site_id, caller, who, phone, patient_id, reason, outcome, note, urgent,
              minutes, started_at, account_id, account_name)
            values (:id, :site, :caller, :who::text, :phone::text, :patient::uuid, :reason, :outcome, :note::text,
              :urgent, :minutes, :started, :account, :accountName)
            on conflict (id) do nothing
            """;
    private static final String FIND = """
            select * from reception.call where id = :id
            """;
    private static final String LIST = """
            select * from reception.call
            where site_id = any (:sites::text[]::uuid[]) and started_at >= :from and started_at < :to
            order by started_at, id limit 2000
            """;
    private static final String REMOVE = """
            delete from reception.call where id = :id
            """;

    private final JdbcClient jdbc;

    Calls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it was saved before. */
    boolean add(Call call) {
        return jdbc.sql(ADD)
                        .param("id", call.id())
                        .param("site", call.siteId())
                        .param("caller", call.caller().code())
                        .param("who", call.who())
                        .param("phone", call.phone())
                        .param("patient", call.patientId())
                        .param("reason", call.reason().code())
                        .param("outcome", call.outcome().code())
                        .param("note", call.note())
                        .param("urgent", call.urgent())
                        .param("minutes", call.minutes())
                        .param("started", Sql.utc(call.startedAt()))
                        .param("account", call.takenBy().accountId())
                        .param("accountName", call.takenBy().name())
                        .update()
                == 1;
    }

    public Optional<Call> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Calls::map).optional();
    }

    /** Calls of these sites that began in a stretch of time, the earliest first. */
    public List<Call> list(Collection<UUID> sites, Instant from, Instant to) {
        return jdbc.sql(LIST)
                .param("sites", Sql.uuids(sites))
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(Calls::map)
                .list();
    }

    void remove(UUID id) {
        jdbc.sql(REMOVE).param("id", id).update();
    }

    private static Call map(ResultSet row, int number) throws SQLException {
        return new Call(
                row.getObject("id", UUID.class),
                row.getObject("site_id", UUID.class),
                Caller.of(row.getString("caller")),
                row.getString("who"),
                row.getString("phone"),
                row.getObject("patient_id", UUID.class),
                CallReason.of(row.getString("reason")),
                CallOutcome.of(row.getString("outcome")),
                row.getString("note"),
                row.getBoolean("urgent"),
                row.getInt("minutes"),
                Sql.instant(row, "started_at"),
                new Clerk(row.getObject("account_id", UUID.class), row.getString("account_name")));
    }
}
