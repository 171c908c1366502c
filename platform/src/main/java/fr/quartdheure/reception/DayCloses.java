package fr.quartdheure.reception;

import fr.quartdheure.database.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of days that were closed. */
@Repository
public class DayCloses {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('close ' || :site || ' ' || :day, 8027))::text
            """;
    // Changes of a day need not wait for each other, only for whoever closes it.
    private static final String LOCK_SHARED = """
            select pg_advisory_xact_lock_shared(hashtextextended('close ' || :site || ' ' || :day, 8027))::text
            """;
    private static final String PUT = """
            insert into reception.day_close (site_id, day, closed_at, account_name) values (:site, :day, :now, :name)
            on conflict do nothing
            """;
    private static final String FIND = """
            select * from reception.day_close where site_id = :site and day = :day
            """;
    private static final String REMOVE = """
            delete from reception.day_close where site_id = :site and day = :day
            """;

    private final JdbcClient jdbc;

    DayCloses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<DayClose> find(UUID siteId, LocalDate day) {
        return jdbc.sql(FIND)
                .param("site", siteId)
                .param("day", day)
                .query((row, number) -> new DayClose(Sql.instant(row, "closed_at"), row.getString("account_name")))
                .optional();
    }

    /** Until the end of the transaction; waits for every change of this day that is under way. */
    void lock(UUID siteId, LocalDate day) {
        lock(LOCK, siteId, day);
    }

    /** Until the end of the transaction; waits for whoever closes this day now. */
    void lockShared(UUID siteId, LocalDate day) {
        lock(LOCK_SHARED, siteId, day);
    }

    boolean put(UUID siteId, LocalDate day, Instant now, String by) {
        return jdbc.sql(PUT)
                        .param("site", siteId)
                        .param("day", day)
                        .param("now", Sql.utc(now))
                        .param("name", by)
                        .update()
                == 1;
    }

    boolean remove(UUID siteId, LocalDate day) {
        return jdbc.sql(REMOVE).param("site", siteId).param("day", day).update() == 1;
    }

    private void lock(String sql, UUID siteId, LocalDate day) {
        jdbc.sql(sql)
                .param("site", siteId.toString())
                .param("day", day.toString())
                .query(String.class)
                .list();
    }
}
