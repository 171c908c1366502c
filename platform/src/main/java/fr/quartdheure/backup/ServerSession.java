package fr.quartdheure.backup;

import fr.quartdheure.database.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One session of PostgreSQL in which a backup is taken, by the server's own functions. Whatever ends the session, also
 * a killed command, ends the backup and frees the log that was held for it: the slot is a temporary one.
 */
final class ServerSession implements AutoCloseable {

    // Held from before the start: no part of the log is recycled until the copy of it is made.
    private static final String HOLD_LOG = """
            select lsn is not null from pg_create_physical_replication_slot(:name, true, true)
            """;
    private static final String START = """
            select (pg_backup_start('quartdheure', true) - '0/0'::pg_lsn)::bigint
            """;
    private static final String STOP = """
            select labelfile, spcmapfile from pg_backup_stop(false)
            """;
    private static final String SHAPE = """
            select bytes_per_wal_segment, (select timeline_id from pg_control_checkpoint()) as timeline
            from pg_control_init()
            """;
    private static final String VERSION = """
            select current_setting('server_version')
            """;
    private static final String SCHEMA = """
            select coalesce(max(cast(version as integer)), 0) from public.schema_history where success
            """;
    private static final String MODE = """
            select mode from database.birth
            """;

    private final Connection connection;
    private final JdbcClient jdbc;

    private ServerSession(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * @param label the file that tells a recovery where to begin
     * @param tablespaces the map of tablespaces, empty when there is none
     */
    record Stopped(String label, String tablespaces) {}

    /** How the write-ahead log is cut into files. */
    record LogShape(long segment, int timeline) {

        String fileOf(long number) {
            long inBlock = (1L << 32) / segment;
            return "%08X%08X%08X".formatted(timeline, number / inBlock, number % inBlock);
        }
    }

    static ServerSession open(PostgresServer server) throws SQLException {
        return new ServerSession(connect(server));
    }

    static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    /** Returns the place in the log where a recovery begins. */
    long start() {
        jdbc.sql(HOLD_LOG)
                .param("name", "backup_" + ProcessHandle.current().pid())
                .query(Boolean.class)
                .single();
        return jdbc.sql(START).query(Long.class).single();
    }

    Stopped stop() {
        return jdbc.sql(STOP)
                .query((row, number) -> new Stopped(row.getString(1), row.getString(2)))
                .single();
    }

    LogShape shape() {
        return jdbc.sql(SHAPE)
                .query((row, number) -> new LogShape(row.getLong(1), row.getInt(2)))
                .single();
    }

    String version() {
        return jdbc.sql(VERSION).query(String.class).single().replaceAll(" .*", "");
    }

    int schema() {
        return jdbc.sql(SCHEMA).query(Integer.class).single();
    }

    String mode() {
        return jdbc.sql(MODE).query(String.class).optional().orElse("unborn");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
