package fr.quartdheure.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of the chain. */
@Repository
class Links {

    private static final int READ_AT_ONCE = 2_000;

    // One node at a time; it comes back should the node die with it.
    private static final String TRY_LOCK = """
            select pg_try_advisory_xact_lock(4047)
            """;
    private static final String HORIZON = """
            select pg_snapshot_xmin(pg_current_snapshot())::text
            """;
    private static final String LIST_UNSEALED = """
            select t.* from audit.trace t
            where t.xid >= (select xid from audit.sealed_before)
              and not exists (select from audit.link l where l.trace_id = t.id)
            order by t.id
            limit :limit
            """;
    private static final String COUNT_UNSEALED = """
            select count(*) from audit.trace t where not exists (select from audit.link l where l.trace_id = t.id)
            """;
    private static final String FIND_LAST = """
            select position, trace_id, hash from audit.link order by position desc limit 1
            """;
    private static final String ADD = """
            insert into audit.link (position, trace_id, hash)
            select n.position, n.trace_id, decode(n.hash, 'hex')
            from unnest(:positions::text[]::bigint[], :traces::text[]::bigint[], :hashes::text[])
              as n (position, trace_id, hash)
            """;
    private static final String SEALED_BEFORE = """
            update audit.sealed_before set xid = cast(:xid::text as xid8) where xid < cast(:xid::text as xid8)
            """;
    private static final String READ_ALL = """
            select l.position, l.trace_id, l.hash, t.id, t.at, t.account_id, t.role, t.organization_id, t.act,
              t.subject_kind, t.subject_ids, t.reason, t.address
            from audit.link l left join audit.trace t on t.id = l.trace_id
            order by l.position
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    Links(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(source);
        this.rows.setFetchSize(READ_AT_ONCE);
    }

    /** Until the end of the transaction. */
    boolean isLockTaken() {
        return jdbc.sql(TRY_LOCK).query(Boolean.class).single();
    }

    /** Every transaction before this one has ended: asked first, all of their traces are seen afterwards. */
    String horizon() {
        return jdbc.sql(HORIZON).query(String.class).single();
    }

    List<Recorded> listUnsealed(int limit) {
        return jdbc.sql(LIST_UNSEALED)
                .param("limit", limit)
                .query((row, number) -> Recorded.map(row))
                .list();
    }

    /** Of all times, however old. */
    long countUnsealed() {
        return jdbc.sql(COUNT_UNSEALED).query(Long.class).single();
    }

    Optional<Link> findLast() {
        return jdbc.sql(FIND_LAST)
                .query((row, number) ->
                        new Link(row.getLong("position"), row.getLong("trace_id"), row.getBytes("hash"), null))
                .optional();
    }

    void addAll(List<Link> links) {
        jdbc.sql(ADD)
                .param("positions", texts(links.stream().map(Link::position).toList()))
                .param("traces", texts(links.stream().map(Link::traceId).toList()))
                .param(
                        "hashes",
                        links.stream()
                                .map(link -> HexFormat.of().formatHex(link.hash()))
                                .toArray(String[]::new))
                .update();
    }

    /** @param horizon as {@link #horizon} said before all were listed */
    void setSealedBefore(String horizon) {
        jdbc.sql(SEALED_BEFORE).param("xid", horizon).update();
    }

    /** All links in their order, a few thousand at a time; within a transaction, or all come at once. */
    void readAll(Consumer<Link> reader) {
        rows.query(READ_ALL, row -> {
            boolean there = row.getObject("id") != null;
            reader.accept(new Link(
                    row.getLong("position"),
                    row.getLong("trace_id"),
                    row.getBytes("hash"),
                    there ? Recorded.map(row) : null));
        });
    }

    private static String[] texts(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).toArray(String[]::new);
    }
}
