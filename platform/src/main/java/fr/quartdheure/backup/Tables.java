package fr.quartdheure.backup;

import fr.quartdheure.audit.ChainEnd;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** All tables of the platform, whichever modules own them. */
final class Tables {

    private static final String LIST = """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
              and n.nspname not in ('pg_catalog', 'information_schema')
            order by 1
            """;
    private static final String MARK = """
            select (pg_logical_emit_message(false, 'quartdheure', 'backup', :flush) - '0/0'::pg_lsn)::bigint
            """;
    private static final String SNAPSHOT = """
            select pg_current_snapshot()::text
            """;
    private static final String IS_ANYBODY_WRITING = """
            select exists (select from pg_stat_activity where backend_xid is not null)
            """;

    // Of a table that the catalogue names: the one statement that cannot stand whole.
    private static final String COUNT = "(select count(*) from %s)";

    private Tables() {}

    /** Whether a transaction that has written is open, or is being committed. */
    static boolean isAnybodyWriting(Connection connection) {
        return client(connection).sql(IS_ANYBODY_WRITING).query(Boolean.class).single();
    }

    /** Which transactions have ended: as first:next:running. */
    static String snapshot(Connection connection) {
        return client(connection).sql(SNAPSHOT).query(String.class).single();
    }

    /**
     * A word in the log; returns the place after it.
     *
     * @param flush whether it is on the disk, with all that stands before it, when this returns
     */
    static long mark(Connection connection, boolean flush) {
        return client(connection)
                .sql(MARK)
                .param("flush", flush)
                .query(Long.class)
                .single();
    }

    static Map<String, Long> count(Connection connection) {
        var jdbc = client(connection);
        var rows = new TreeMap<String, Long>();
        for (String table : list(jdbc)) {
            rows.put(table, jdbc.sql(COUNT.formatted(table)).query(Long.class).single());
        }
        return rows;
    }

    static Optional<ChainEnd> chainEnd(Connection connection) {
        return ChainEnd.read(client(connection));
    }

    private static List<String> list(JdbcClient jdbc) {
        return jdbc.sql(LIST).query(String.class).list();
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
