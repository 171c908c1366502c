package fr.quartdheure.reception;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The shelf of calls that are being typed; each is seen by whoever types it and by nobody else. */
@Repository
public class CallDrafts {

    private static final Duration KEPT = Duration.ofDays(2);

    private static final String PUT = """
            insert into reception.draft (id, account_id, site_id, fields, alarmed, started_at)
            values (:id, :account, :site, :fields, :alarmed, :started)
            on conflict (id) do update
              set site_id = excluded.site_id, fields = excluded.fields, alarmed = draft.alarmed or excluded.alarmed
              where draft.account_id = excluded.account_id and draft.saved_at is null
            """;
    private static final String FIND = """
            select * from reception.draft where id = :id and account_id = :account and saved_at is null
            """;
    private static final String FIND_LAST = """
            select * from reception.draft where account_id = :account and saved_at is null
            order by started_at desc limit 1
            """;
    private static final String SAVED = """
            update reception.draft set saved_at = :now where id = :id and account_id = :account
            """;
    private static final String UNSAVED = """
            update reception.draft set saved_at = null where id = :id and account_id = :account
            """;
    private static final String DROP = """
            delete from reception.draft where id = :id and account_id = :account and saved_at is null
            """;
    private static final String FORGET = """
            delete from reception.draft where started_at < :before
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CallDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing happens to one that was saved meanwhile, or that is somebody else's. */
    public void put(CallDraft draft, Clerk clerk) {
        jdbc.sql(PUT)
                .param("id", draft.id())
                .param("account", clerk.accountId())
                .param("site", draft.siteId())
                .param("fields", draft.fields())
                .param("alarmed", draft.alarmed())
                .param("started", Sql.utc(draft.startedAt()))
                .update();
    }

    public Optional<CallDraft> find(UUID id, Clerk clerk) {
        return jdbc.sql(FIND)
                .param("id", id)
                .param("account", clerk.accountId())
                .query(CallDrafts::map)
                .optional();
    }

    /** The call that somebody began last and has not saved. */
    public Optional<CallDraft> findLast(Clerk clerk) {
        return jdbc.sql(FIND_LAST)
                .param("account", clerk.accountId())
                .query(CallDrafts::map)
                .optional();
    }

    public void drop(UUID id, Clerk clerk) {
        jdbc.sql(DROP).param("id", id).param("account", clerk.accountId()).update();
    }

    void saved(UUID id, Clerk clerk, Instant now) {
        jdbc.sql(SAVED)
                .param("id", id)
                .param("account", clerk.accountId())
                .param("now", Sql.utc(now))
                .update();
    }

    boolean reopen(UUID id, Clerk clerk) {
        return jdbc.sql(UNSAVED)
                        .param("id", id)
                        .param("account", clerk.accountId())
                        .update()
                == 1;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        jdbc.sql(FORGET).param("before", Sql.utc(clock.instant().minus(KEPT))).update();
    }

    private static CallDraft map(ResultSet row, int number) throws SQLException {
        return new CallDraft(
                row.getObject("id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getString("fields"),
                row.getBoolean("alarmed"),
                Sql.instant(row, "started_at"));
    }
}
