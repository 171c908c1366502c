package fr.quartdheure.registration;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of turns: the one order of every list, the same for whoever waits, reads or offers. */
@Repository
public class Turns {

    // Those of a class that the site serves first, then the others, both by the date of the request; the id decides
    // between two of the same instant, for good.
    private static final String ORDER = "(r.classes && l.priorities) desc, t.asked_at, t.request_id";
    private static final String WAITING = """
            select t.request_id, t.site_id, r.patient_id, r.classes, t.minutes, t.asked_at, t.ended_because,
              r.classes && l.priorities as first, row_number() over (partition by t.site_id order by %s) as position
            from registration.turn t
            join registration.request r on r.id = t.request_id
            join registration.list l on l.site_id = t.site_id
            where t.ended_at is null and r.state = 'waiting'
            """.formatted(ORDER);
    private static final String LIST_OF_SITE = WAITING + " and t.site_id = :site order by position limit :limit";
    private static final String LIST_OF_REQUEST = """
            select w.* from (%s
              and t.site_id in (select site_id from registration.turn where request_id = :request)) as w
            where w.request_id = :request
            union all
            select t.request_id, t.site_id, r.patient_id, r.classes, t.minutes, t.asked_at,
              coalesce(t.ended_because, r.state), r.classes && l.priorities, 0
            from registration.turn t
            join registration.request r on r.id = t.request_id
            join registration.list l on l.site_id = t.site_id
            where t.request_id = :request and not (t.ended_at is null and r.state = 'waiting')
            order by minutes, site_id
            """.formatted(WAITING);
    private static final String NEXT = """
            select t.request_id from registration.turn t
            join registration.request r on r.id = t.request_id
            join registration.list l on l.site_id = t.site_id
            where t.ended_at is null and r.state = 'waiting' and t.site_id = :site
              and not exists (select from registration.offer o
                where o.request_id = t.request_id and (o.place_id = :place or o.state = 'open'))
            order by %s limit 1
            """.formatted(ORDER);
    private static final String STILL_WAITS = """
            select exists (select from registration.turn t join registration.request r on r.id = t.request_id
              where t.request_id = :request and t.site_id = :site and t.ended_at is null and r.state = 'waiting')
            """;
    private static final String ADD = """
            insert into registration.turn (request_id, site_id, minutes, asked_at)
            values (:request, :site, :minutes, :asked)
            on conflict (request_id, site_id) do update set ended_at = null, ended_because = null
              where turn.ended_because = 'left'
            """;
    private static final String MOVE = """
            insert into registration.turn (request_id, site_id, minutes, asked_at)
            select :to, site_id, minutes, asked_at from registration.turn where request_id = :from
            on conflict do nothing
            """;
    private static final String END = """
            update registration.turn set ended_at = :now, ended_because = :because
            where request_id = :request and site_id = :site and ended_at is null
            """;
    private static final String END_ALL = """
            update registration.turn set ended_at = :now, ended_because = :because
            where request_id = :request and ended_at is null
            """;
    private static final String RESTORE = """
            update registration.turn set ended_at = null, ended_because = null
            where request_id = :request and (ended_because <> 'left' or not exists (
              select from registration.turn o where o.request_id = :request and o.ended_because <> 'left'))
            """;
    private static final String COUNT = """
            select count(*) from registration.turn where request_id = :request and ended_at is null
            """;

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who wait at a site, the first in turn first. */
    public List<Turn> listOfSite(UUID siteId, int limit) {
        return jdbc.sql(LIST_OF_SITE)
                .param("site", siteId)
                .param("limit", limit)
                .query(Turns::map)
                .list();
    }

    /** Every list that somebody was ever on, the nearest site first. */
    public List<Turn> listOfRequest(UUID requestId) {
        return jdbc.sql(LIST_OF_REQUEST)
                .param("request", requestId)
                .query(Turns::map)
                .list();
    }

    /** Whose turn it is to be asked about a place: she was not asked about it before, nor is about another now. */
    Optional<UUID> next(UUID siteId, UUID placeId) {
        return jdbc.sql(NEXT)
                .param("site", siteId)
                .param("place", placeId)
                .query(UUID.class)
                .optional();
    }

    boolean stillWaits(UUID requestId, UUID siteId) {
        return at(STILL_WAITS, requestId, siteId).query(Boolean.class).single();
    }

    /** Takes a turn; whoever left this list and comes back has the date that she had. */
    void add(UUID requestId, UUID siteId, double minutes, Instant askedAt) {
        at(ADD, requestId, siteId)
                .param("minutes", minutes)
                .param("asked", Sql.utc(askedAt))
                .update();
    }

    /** Gives another request of the same person the turns that it lacks. */
    void move(UUID from, UUID to) {
        jdbc.sql(MOVE).param("from", from).param("to", to).update();
    }

    boolean end(UUID requestId, UUID siteId, String because, Instant now) {
        return at(END, requestId, siteId)
                        .param("because", because)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    void endAll(UUID requestId, String because, Instant now) {
        jdbc.sql(END_ALL)
                .param("request", requestId)
                .param("because", because)
                .param("now", Sql.utc(now))
                .update();
    }

    /** All turns again but those that she gave up one by one, each with its date. */
    void restore(UUID requestId) {
        jdbc.sql(RESTORE).param("request", requestId).update();
    }

    int count(UUID requestId) {
        return jdbc.sql(COUNT).param("request", requestId).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec at(String sql, UUID requestId, UUID siteId) {
        return jdbc.sql(sql).param("request", requestId).param("site", siteId);
    }

    private static Turn map(ResultSet row, int number) throws SQLException {
        return new Turn(
                row.getObject("request_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getInt("position"),
                row.getBoolean("first"),
                Priority.of(List.of((String[]) row.getArray("classes").getArray())),
                row.getDouble("minutes"),
                Sql.instant(row, "asked_at"),
                row.getString("ended_because"));
    }
}
