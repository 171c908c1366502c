package fr.quartdheure.reception;

import fr.quartdheure.database.Sql;
import fr.quartdheure.reception.CallBack.Attempt;
import fr.quartdheure.reception.CallBack.Done;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of call-backs: who is to be called, and what came of it. Acts on them are in {@link CallingBack}. */
@Repository
public class CallBacks {

    private static final String ADD = """
            insert into reception.call_back (id, site_id, call_id, who, phone, patient_id, reason, note, due_at,
              created_at, created_name)
            values (:id, :site, :call::uuid, :who::text, :phone, :patient::uuid, :reason, :note::text, :due, :created,
              :createdBy)
            """;
    private static final String FIND = """
            select * from reception.call_back where id = :id
            """;
    private static final String LIST_TO_DO = """
            select * from reception.call_back
            where site_id = any (:sites::text[]::uuid[]) and done_at is null
            order by due_at, id limit 500
            """;
    private static final String LIST_DONE = """
            select * from reception.call_back
            where site_id = any (:sites::text[]::uuid[]) and done_at is not null and done_at >= :since
            order by done_at desc, id limit 200
            """;
    private static final String COUNT = """
            select count(*) as waiting, count(*) filter (where due_at < :now) as overdue from reception.call_back
            where site_id = any (:sites::text[]::uuid[]) and done_at is null
            """;
    private static final String LIST_ATTEMPTS = """
            select * from reception.attempt where call_back_id = any (:ids::text[]::uuid[]) order by id
            """;
    private static final String IS_BEGUN = """
            select exists (select from reception.call_back
              where call_id = :call and (taken_by is not null or done_at is not null))
            """;
    private static final String TAKE = """
            update reception.call_back set taken_by = :account, taken_name = :name, taken_at = :now
            where id = :id and taken_by is null and done_at is null
            """;
    private static final String GIVE_BACK = """
            update reception.call_back set taken_by = null, taken_name = null, taken_at = null
            where id = :id and taken_by is not null and done_at is null
            """;
    private static final String FINISH = """
            update reception.call_back set outcome = :outcome, done_at = :now, done_name = :name
            where id = :id and done_at is null and (taken_by is null or taken_by = :account)
            """;
    private static final String REOPEN = """
            update reception.call_back set outcome = null, done_at = null, done_name = null
            where id = :id and done_at is not null
            """;
    private static final String TRY = """
            insert into reception.attempt (call_back_id, result, tried_at, account_name)
            values (:id, :result, :now, :name)
            """;
    private static final String FORGET_LAST = """
            delete from reception.attempt
            where id = (select max(id) from reception.attempt where call_back_id = :id)
            """;

    private final JdbcClient jdbc;

    CallBacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CallBack wanted) {
        jdbc.sql(ADD)
                .param("id", wanted.id())
                .param("site", wanted.siteId())
                .param("call", wanted.callId())
                .param("who", wanted.who())
                .param("phone", wanted.phone())
                .param("patient", wanted.patientId())
                .param("reason", wanted.reason().code())
                .param("note", wanted.note())
                .param("due", Sql.utc(wanted.dueAt()))
                .param("created", Sql.utc(wanted.createdAt()))
                .param("createdBy", wanted.createdBy())
                .update();
    }

    public Optional<CallBack> find(UUID id) {
        return withAttempts(jdbc.sql(FIND).param("id", id).query(CallBacks::map).list()).stream()
                .findFirst();
    }

    /** Those who still wait for a call, the most urgent first. */
    public List<CallBack> listToDo(Collection<UUID> sites) {
        return withAttempts(jdbc.sql(LIST_TO_DO)
                .param("sites", Sql.uuids(sites))
                .query(CallBacks::map)
                .list());
    }

    public List<CallBack> listDone(Collection<UUID> sites, Instant since) {
        return withAttempts(jdbc.sql(LIST_DONE)
                .param("sites", Sql.uuids(sites))
                .param("since", Sql.utc(since))
                .query(CallBacks::map)
                .list());
    }

    public Count count(Collection<UUID> sites, Instant now) {
        return jdbc.sql(COUNT)
                .param("sites", Sql.uuids(sites))
                .param("now", Sql.utc(now))
                .query((row, number) -> new Count(row.getInt("waiting"), row.getInt("overdue")))
                .single();
    }

    /** Whether somebody took on what a call asked for. */
    boolean isBegun(UUID callId) {
        return jdbc.sql(IS_BEGUN).param("call", callId).query(Boolean.class).single();
    }

    boolean take(UUID id, Clerk clerk, Instant now) {
        return jdbc.sql(TAKE)
                        .param("id", id)
                        .param("account", clerk.accountId())
                        .param("name", clerk.name())
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    boolean giveBack(UUID id) {
        return jdbc.sql(GIVE_BACK).param("id", id).update() == 1;
    }

    boolean finish(UUID id, boolean reached, Clerk clerk, Instant now) {
        return jdbc.sql(FINISH)
                        .param("id", id)
                        .param("outcome", reached ? "reached" : "given-up")
                        .param("account", clerk.accountId())
                        .param("name", clerk.name())
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    boolean reopen(UUID id) {
        return jdbc.sql(REOPEN).param("id", id).update() == 1;
    }

    void tried(UUID id, AttemptResult result, Clerk clerk, Instant now) {
        jdbc.sql(TRY)
                .param("id", id)
                .param("result", result.code())
                .param("now", Sql.utc(now))
                .param("name", clerk.name())
                .update();
    }

    boolean forgetLastAttempt(UUID id) {
        return jdbc.sql(FORGET_LAST).param("id", id).update() == 1;
    }

    private List<CallBack> withAttempts(List<CallBack> bare) {
        Map<UUID, List<Attempt>> made = new HashMap<>();
        if (!bare.isEmpty()) {
            jdbc.sql(LIST_ATTEMPTS)
                    .param("ids", Sql.uuids(bare.stream().map(CallBack::id).toList()))
                    .query((row, number) -> Map.entry(row.getObject("call_back_id", UUID.class), attempt(row)))
                    .list()
                    .forEach(one -> made.computeIfAbsent(one.getKey(), id -> new ArrayList<>())
                            .add(one.getValue()));
        }
        return bare.stream()
                .map(one -> with(one, made.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static CallBack with(CallBack one, List<Attempt> attempts) {
        return new CallBack(
                one.id(),
                one.siteId(),
                one.callId(),
                one.who(),
                one.phone(),
                one.patientId(),
                one.reason(),
                one.note(),
                one.dueAt(),
                one.createdAt(),
                one.createdBy(),
                one.takenBy(),
                one.done(),
                attempts);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                AttemptResult.of(row.getString("result")), Sql.instant(row, "tried_at"), row.getString("account_name"));
    }

    private static CallBack map(ResultSet row, int number) throws SQLException {
        return new CallBack(
                row.getObject("id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getString("who"),
                row.getString("phone"),
                row.getObject("patient_id", UUID.class),
                CallReason.of(row.getString("reason")),
                row.getString("note"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "created_at"),
                row.getString("created_name"),
                taker(row),
                done(row),
                List.of());
    }

    private static @Nullable Clerk taker(ResultSet row) throws SQLException {
        UUID account = row.getObject("taken_by", UUID.class);
        return account == null ? null : new Clerk(account, row.getString("taken_name"));
    }

    private static @Nullable Done done(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "done_at");
        return at == null ? null : new Done("reached".equals(row.getString("outcome")), at, row.getString("done_name"));
    }

    public record Count(int waiting, int overdue) {}
}
