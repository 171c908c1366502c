package fr.quartdheure.calendar;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of calendars elsewhere, and of the hours that each takes. */
@Repository
public class Subscriptions {

    private static final String ADD = """
            insert into calendar.subscription (id, practitioner_id, label, url, created_at, next_try_at)
            values (:id, :practitioner, :label, :url, :now, :now)
            on conflict do nothing
            """;
    private static final String REMOVE = """
            delete from calendar.subscription where id = :id and practitioner_id = :practitioner
            """;
    private static final String LIST = """
            select * from calendar.subscription where practitioner_id = :practitioner order by created_at, id
            """;
    private static final String FOLLOWERS = """
            select distinct practitioner_id from calendar.subscription
            """;
    // Taking one sets its next try: whatever the number of nodes, it is read once; should this node die, later.
    private static final String TAKE = """
            update calendar.subscription set next_try_at = :next, tried_at = :now
            where id = (select id from calendar.subscription where next_try_at <= :now
              order by next_try_at limit 1 for update skip locked)
            returning *
            """;
    private static final String RETRY = """
            update calendar.subscription set next_try_at = :now where id = :id and practitioner_id = :practitioner
            """;
    private static final String UNCHANGED = """
            update calendar.subscription set good_at = :now, failure = null, failing_since = null, told_at = null
            where id = :id
            """;
    private static final String GOOD = """
            update calendar.subscription
            set good_at = :now, failure = null, failing_since = null, told_at = null, version = :version,
              modified = :modified, read_on = :today, events = :events, unreadable = :unreadable
            where id = :id
            """;
    private static final String FAILED = """
            update calendar.subscription set failure = :failure, failing_since = coalesce(failing_since, :now)
            where id = :id
            """;
    private static final String FORGET_TIMES = """
            delete from calendar.busy_time where subscription_id = :id
            """;
    private static final String KEEP_TIMES = """
            insert into calendar.busy_time (subscription_id, start_at, end_at)
            select :id::uuid, start_at, end_at
            from unnest(:starts::text[]::timestamptz[], :ends::text[]::timestamptz[]) as b (start_at, end_at)
            """;
    private static final String TIMES = """
            select b.start_at, b.end_at from calendar.busy_time b
            join calendar.subscription s on s.id = b.subscription_id
            where s.practitioner_id = :practitioner and b.end_at > :now
            """;
    private static final String TELL = """
            update calendar.subscription set told_at = :now
            where failure is not null and told_at is null and coalesce(good_at, created_at) <= :silent
            returning id
            """;
    private static final String FIND = """
            select * from calendar.subscription where id = :id
            """;

    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which she added them. */
    public List<Subscription> list(UUID practitionerId) {
        return jdbc.sql(LIST)
                .param("practitioner", practitionerId)
                .query(Subscriptions::map)
                .list();
    }

    public Optional<Subscription> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Subscriptions::map).optional();
    }

    /** False when she follows this address already. */
    boolean add(UUID id, UUID practitionerId, String label, URI url, Instant now) {
        return jdbc.sql(ADD)
                        .param("id", id)
                        .param("practitioner", practitionerId)
                        .param("label", label)
                        .param("url", url.toString())
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    boolean remove(UUID id, UUID practitionerId) {
        return jdbc.sql(REMOVE)
                        .param("id", id)
                        .param("practitioner", practitionerId)
                        .update()
                == 1;
    }

    /** Everybody who follows a calendar elsewhere. */
    List<UUID> followers() {
        return jdbc.sql(FOLLOWERS).query(UUID.class).list();
    }

    /** One that is due, for this node alone. */
    Optional<Subscription> take(Instant now, Duration every) {
        return jdbc.sql(TAKE)
                .param("now", Sql.utc(now))
                .param("next", Sql.utc(now.plus(every)))
                .query(Subscriptions::map)
                .optional();
    }

    boolean retry(UUID id, UUID practitionerId, Instant now) {
        return jdbc.sql(RETRY)
                        .param("id", id)
                        .param("practitioner", practitionerId)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    void unchanged(UUID id, Instant now) {
        jdbc.sql(UNCHANGED).param("id", id).param("now", Sql.utc(now)).update();
    }

    /** Keeps its hours in place of those it said before. */
    void good(UUID id, Fetched.Whole whole, BusyReading.Read read, Instant now) {
        int there = jdbc.sql(GOOD)
                .param("id", id)
                .param("now", Sql.utc(now))
                .param("today", Paris.dayOf(now))
                .param("version", whole.version())
                .param("modified", whole.modified())
                .param("events", read.events())
                .param("unreadable", read.unreadable())
                .update();
        if (there == 1) {
            jdbc.sql(FORGET_TIMES).param("id", id).update();
            jdbc.sql(KEEP_TIMES)
                    .param("id", id)
                    .param(
                            "starts",
                            Sql.instants(read.busy().stream().map(Period::start).toList()))
                    .param(
                            "ends",
                            Sql.instants(read.busy().stream().map(Period::end).toList()))
                    .update();
        }
    }

    void failed(UUID id, Failure why, Instant now) {
        jdbc.sql(FAILED)
                .param("id", id)
                .param("failure", why.code())
                .param("now", Sql.utc(now))
                .update();
    }

    /** All hours that her calendars took when they were last read: closed for nothing is better than booked twice. */
    List<Period> times(UUID practitionerId, Instant now) {
        return jdbc.sql(TIMES)
                .param("practitioner", practitionerId)
                .param("now", Sql.utc(now))
                .query((row, number) -> new Period(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")))
                .list();
    }

    /** Those that have just been silent for too long, each once. */
    List<UUID> tell(Instant now) {
        return jdbc.sql(TELL)
                .param("now", Sql.utc(now))
                .param("silent", Sql.utc(now.minus(Subscription.PATIENCE)))
                .query(UUID.class)
                .list();
    }

    private static Subscription map(ResultSet row, int number) throws SQLException {
        String failure = row.getString("failure");
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getString("label"),
                URI.create(row.getString("url")),
                row.getString("version"),
                row.getString("modified"),
                row.getObject("read_on", LocalDate.class),
                Sql.instantOrNull(row, "good_at"),
                Sql.instantOrNull(row, "tried_at"),
                row.getInt("events"),
                row.getInt("unreadable"),
                failure == null ? null : Failure.of(failure),
                Sql.instantOrNull(row, "failing_since"));
    }
}
