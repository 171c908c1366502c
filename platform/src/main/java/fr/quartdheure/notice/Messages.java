package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shelf of the outbox. */
@Component
class Messages {

    private static final String PUT = """
            insert into notice.message (purpose, appointment_id, channel, recipient, subject, body, code, calendar,
              status, next_try_at, created_at, sent_at, failure)
            values (:purpose, :appointment, :channel, :recipient, :subject, :body, :code, :calendar,
              :status, :now, :now, :sent, :failure)
            """;
    private static final String LOCK_RECIPIENT = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended(:recipient, 8008))) as locked
            """;
    private static final String COUNT_SINCE = """
            select count(*) from notice.message
            where recipient = :recipient and created_at > :since and status <> 'refused'
            """;
    // Taking a message sets its next try at once: should this node die while sending, another one sends it.
    private static final String TAKE = """
            update notice.message set attempts = attempts + 1, next_try_at = :lease
            where id in (
              select id from notice.message
              where status = 'queued' and next_try_at <= :now and channel = :channel
              order by next_try_at limit 10 for update skip locked)
            returning id, purpose, channel, recipient, subject, coalesce(body, '') as body, calendar,
              attempts, created_at
            """;
    private static final String SENT = """
            update notice.message
            set status = 'sent', sent_at = :now, body = null, code = null, calendar = null, failure = null
            where id = :id
            """;
    private static final String RETRY = """
            update notice.message set next_try_at = :next, failure = :failure where id = :id
            """;
    private static final String END = """
            update notice.message
            set status = :status, failure = :failure, code = null,
              body = case when purpose = 'code' then null else body end
            where id = :id
            """;
    private static final String LIST_KEPT = """
            select recipient, channel, subject, body, code, sent_at from notice.message
            where status = 'kept' order by id desc limit 200
            """;
    private static final String STATE = """
            select count(*) filter (where status = 'queued') as queued,
              count(*) filter (where status = 'failed') as failed,
              count(*) filter (where status = 'refused') as refused,
              min(created_at) filter (where status = 'queued') as oldest
            from notice.message
            """;
    private static final String SMS_SINCE = """
            select count(*) from notice.message where channel = 'sms' and status = 'sent' and sent_at >= :since
            """;
    private static final String REQUEUE = """
            update notice.message set status = 'queued', attempts = 0, next_try_at = :now
            where status = 'failed' and body is not null
            """;
    private static final String SWEEP = """
            delete from notice.message where status in ('sent', 'refused', 'failed') and created_at < :limit
            """;

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void queue(Draft draft, Instant now) {
        put(draft, "queued", draft.body(), now, null);
    }

    /** In a demonstration nothing leaves. */
    void keep(Draft draft, Instant now) {
        put(draft, "kept", draft.body(), now, null);
    }

    /** Leaves a line that says what was not sent and why, without its text. */
    void refuse(Draft draft, Instant now, String failure) {
        var blank = new Draft(
                draft.purpose(),
                draft.appointmentId(),
                draft.channel(),
                draft.recipient(),
                draft.subject(),
                "",
                null,
                null);
        put(blank, "refused", null, now, failure);
    }

    /** Two messages to one recipient are counted one after the other. */
    void lockRecipient(String recipient) {
        jdbc.sql(LOCK_RECIPIENT)
                .param("recipient", recipient)
                .query(Integer.class)
                .single();
    }

    long countSince(String recipient, Instant since) {
        return jdbc.sql(COUNT_SINCE)
                .param("recipient", recipient)
                .param("since", utc(since))
                .query(Long.class)
                .single();
    }

    List<QueuedMessage> take(Channel channel, Instant now, Duration lease) {
        return jdbc.sql(TAKE)
                .param("channel", channel.code())
                .param("now", utc(now))
                .param("lease", utc(now.plus(lease)))
                .query(Messages::queued)
                .list();
    }

    void sent(long id, Instant now) {
        jdbc.sql(SENT).param("id", id).param("now", utc(now)).update();
    }

    void retryAt(long id, Instant next, String failure) {
        jdbc.sql(RETRY)
                .param("id", id)
                .param("next", utc(next))
                .param("failure", failure)
                .update();
    }

    void end(long id, String status, String failure) {
        jdbc.sql(END)
                .param("id", id)
                .param("status", status)
                .param("failure", failure)
                .update();
    }

    List<KeptMessage> listKept() {
        return jdbc.sql(LIST_KEPT).query(Messages::kept).list();
    }

    long smsSince(Instant since) {
        return jdbc.sql(SMS_SINCE).param("since", utc(since)).query(Long.class).single();
    }

    int requeueFailed(Instant now) {
        return jdbc.sql(REQUEUE).param("now", utc(now)).update();
    }

    void sweep(Instant limit) {
        jdbc.sql(SWEEP).param("limit", utc(limit)).update();
    }

    OutboxState state(long smsToday, int budget, boolean mailReady, boolean smsReady) {
        return jdbc.sql(STATE)
                .query((row, number) -> new OutboxState(
                        row.getLong("queued"),
                        row.getLong("failed"),
                        row.getLong("refused"),
                        instant(row, "oldest"),
                        smsToday,
                        budget,
                        mailReady,
                        smsReady))
                .single();
    }

    private void put(Draft draft, String status, @Nullable String body, Instant now, @Nullable String failure) {
        jdbc.sql(PUT)
                .param("purpose", draft.purpose())
                .param("appointment", draft.appointmentId(), Types.OTHER)
                .param("channel", draft.channel().code())
                .param("recipient", draft.recipient())
                .param("subject", draft.subject())
                .param("body", body)
                .param("code", draft.code())
                .param("calendar", draft.calendar())
                .param("status", status)
                .param("now", utc(now))
                .param("sent", "kept".equals(status) ? utc(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("failure", failure)
                .update();
    }

    private static QueuedMessage queued(ResultSet row, int number) throws SQLException {
        return new QueuedMessage(
                row.getLong("id"),
                row.getString("purpose"),
                Channel.of(row.getString("channel")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("calendar"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static KeptMessage kept(ResultSet row, int number) throws SQLException {
        return new KeptMessage(
                row.getString("recipient"),
                row.getString("channel"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("code"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
