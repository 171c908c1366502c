package fr.quartdheure.undo;

import fr.quartdheure.database.Sql;
import fr.quartdheure.undo.Deed.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The shelf of deeds. */
@Repository
public class Deeds {

    /** What is older is no longer the last thing that somebody did, but history. */
    static final Duration LATELY = Duration.ofMinutes(30);

    private static final String ADD = """
            insert into undo.deed (account_id, site_id, kind, subject_id, slot_id, minutes, was, sequence, done_at)
            values (:account, :site, :kind, :subject, :slot::uuid, :minutes, :was::text, :sequence, :now)
            """;
    private static final String FIND_LAST = """
            select * from undo.deed
            where account_id = :account and undone_at is null and done_at > :since
            order by id desc limit 1
            """;
    private static final String END = """
            update undo.deed set undone_at = :now where id = :id and undone_at is null
            """;
    private static final String FORGET = """
            delete from undo.deed where done_at < :before
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the person did last; empty when that is long ago. */
    public Optional<Deed> findLast(UUID accountId) {
        return jdbc.sql(FIND_LAST)
                .param("account", accountId)
                .param("since", Sql.utc(clock.instant().minus(LATELY)))
                .query(Deeds::map)
                .optional();
    }

    void add(UUID accountId, UUID siteId, Kind kind, Subject subject) {
        jdbc.sql(ADD)
                .param("account", accountId)
                .param("site", siteId)
                .param("kind", kind.code())
                .param("subject", subject.id())
                .param("slot", subject.slotId())
                .param("minutes", subject.minutes())
                .param("was", subject.was())
                .param("sequence", subject.sequence())
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    /** False when it was taken back already. */
    boolean end(long id) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("now", Sql.utc(clock.instant()))
                        .update()
                == 1;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        jdbc.sql(FORGET)
                .param("before", Sql.utc(clock.instant().minus(LATELY.multipliedBy(2))))
                .update();
    }

    private static Deed map(ResultSet row, int number) throws SQLException {
        return new Deed(
                row.getLong("id"),
                row.getObject("site_id", UUID.class),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("subject_id", UUID.class),
                row.getObject("slot_id", UUID.class),
                row.getInt("minutes"),
                row.getString("was"),
                row.getInt("sequence"),
                Sql.instant(row, "done_at"));
    }

    /** What is remembered of a deed's object. */
    record Subject(
            UUID id,
            @Nullable UUID slotId,
            int minutes,
            @Nullable String was,
            int sequence) {

        static Subject of(UUID id) {
            return new Subject(id, null, 0, null, 0);
        }

        static Subject of(UUID id, int sequence) {
            return new Subject(id, null, 0, null, sequence);
        }
    }
}
