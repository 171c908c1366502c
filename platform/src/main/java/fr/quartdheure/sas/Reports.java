package fr.quartdheure.sas;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of what regulators booked, and of what the national platform is told about it. */
@Repository
class Reports {

    private static final String BOOK = """
            insert into sas.booking (appointment_id, kind, number, created_at) values (:id, :kind, :number, :now)
            on conflict do nothing
            """;
    private static final String FIND_BOOKING = """
            select kind, number, created_at from sas.booking where appointment_id = :id
            """;
    // Told once only: a step that the national platform does not know changes nothing for it.
    private static final String QUEUE = """
            insert into sas.report (appointment_id, method, body, status, next_try_at, created_at)
            select :id::uuid, case when told.body is null then 'POST' else 'PUT' end, :body::text, :status::text,
              :now::timestamptz, :now::timestamptz
            from (select) as always left join lateral (
              select body from sas.report where appointment_id = :id::uuid order by id desc limit 1) told on true
            where told.body is distinct from :body::text
            """;
    // Of each appointment the oldest first: a change must not arrive before what it changes.
    private static final String TAKE = """
            update sas.report set attempts = attempts + 1, next_try_at = :leased
            where id in (
              select r.id from sas.report r
              where r.status = 'queued' and r.next_try_at <= :now and not exists (
                select from sas.report e
                where e.appointment_id = r.appointment_id and e.id < r.id and e.status = 'queued')
              order by r.id limit 10 for update skip locked)
            returning id, appointment_id, method, body, attempts
            """;
    private static final String SENT = """
            update sas.report set status = 'sent', sent_at = :now, failure = null where id = :id
            """;
    private static final String END = """
            update sas.report set status = :status, failure = :failure where id = :id
            """;
    private static final String RETRY = """
            update sas.report set next_try_at = :next, failure = :failure where id = :id
            """;

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void book(UUID appointmentId, Regulator.Number regulator, Instant now) {
        jdbc.sql(BOOK)
                .param("id", appointmentId)
                .param("kind", regulator.kind().code())
                .param("number", regulator.value())
                .param("now", Sql.utc(now))
                .update();
    }

    Optional<Booked> findBooking(UUID appointmentId) {
        return jdbc.sql(FIND_BOOKING)
                .param("id", appointmentId)
                .query((row, number) -> new Booked(
                        new Regulator.Number(Regulator.Kind.of(row.getString("kind")), row.getString("number")),
                        Sql.instant(row, "created_at")))
                .optional();
    }

    /** @return whether there was anything new to tell */
    boolean queue(UUID appointmentId, String body, boolean leaves, Instant now) {
        return jdbc.sql(QUEUE)
                        .param("id", appointmentId)
                        .param("body", body)
                        .param("status", leaves ? "queued" : "kept")
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    List<Report> take(Instant now, Duration lease) {
        return jdbc.sql(TAKE)
                .param("now", Sql.utc(now))
                .param("leased", Sql.utc(now.plus(lease)))
                .query(Reports::report)
                .list();
    }

    void sent(long id, Instant now) {
        jdbc.sql(SENT).param("id", id).param("now", Sql.utc(now)).update();
    }

    /** @param status "refused" or "failed" */
    void end(long id, String status, String failure) {
        jdbc.sql(END)
                .param("id", id)
                .param("status", status)
                .param("failure", failure)
                .update();
    }

    void retryAt(long id, Instant next, String failure) {
        jdbc.sql(RETRY)
                .param("id", id)
                .param("next", Sql.utc(next))
                .param("failure", failure)
                .update();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getObject("appointment_id", UUID.class),
                row.getString("method"),
                row.getString("body"),
                row.getInt("attempts"));
    }

    /** What a regulator booked. */
    record Booked(Regulator.Number regulator, Instant at) {}

    /** @param attempts this one included */
    record Report(long id, UUID appointmentId, String method, String body, int attempts) {}
}
