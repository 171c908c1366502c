package fr.quartdheure.backup;

import fr.quartdheure.database.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/** A platform's folder with a real PostgreSQL, and writers that write pairs of rows into it, on and on. */
record WrittenTo(Path data, PostgresServer server) implements AutoCloseable {

    /** As many bookings a second as a region on a Monday morning, four writers together. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final AtomicLong NEXT = new AtomicLong();

    /** @param place in the log, asked after the commit was acknowledged */
    record Acknowledged(long id, long place) {}

    static WrittenTo start() {
        try {
            // PostgreSQL may run as a user other than the one who tests: that user must get to the folder.
            Path folder = Files.createTempDirectory("quartdheure-backup-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path data = folder.resolve("data");
            return new WrittenTo(data, PostgresServer.start(data));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void migrate() throws SQLException {
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .table("schema_history")
                .load()
                .migrate();
        try (var connection = ServerSession.connect(server);
                var statement = connection.createStatement()) {
            statement.execute("insert into database.birth (mode) values ('demo')");
            statement.execute("create table public.word (id bigint primary key)");
            statement.execute("create table public.echo (id bigint primary key)");
        }
    }

    long number(String question) throws SQLException {
        try (var connection = ServerSession.connect(server);
                var row = connection.createStatement().executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    static Set<Long> words(PostgresServer server) throws SQLException {
        return ids(server, "select id from public.word");
    }

    static Set<Long> echoes(PostgresServer server) throws SQLException {
        return ids(server, "select id from public.echo");
    }

    private static Set<Long> ids(PostgresServer server, String question) throws SQLException {
        var ids = new HashSet<Long>();
        try (var connection = ServerSession.connect(server);
                var rows = connection.createStatement().executeQuery(question)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    Writers write(int many) {
        return new Writers(many);
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(data.getParent());
    }

    /** Each commit writes a word and its echo: one without the other was torn apart. */
    final class Writers implements AutoCloseable {

        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final AtomicBoolean over = new AtomicBoolean();
        private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        private final List<Future<?>> running = new ArrayList<>();

        private Writers(int many) {
            for (int writer = 0; writer < many; writer++) {
                running.add(threads.submit(() -> {
                    write();
                    return null;
                }));
            }
        }

        void await(int count) {
            Awaitility.await("words")
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            acknowledged.size() >= count || running.stream().anyMatch(Future::isDone));
        }

        List<Acknowledged> stop() throws ExecutionException, InterruptedException {
            over.set(true);
            for (Future<?> one : running) {
                one.get();
            }
            return List.copyOf(acknowledged);
        }

        @Override
        public void close() {
            over.set(true);
            threads.close();
        }

        private void write() throws SQLException, InterruptedException {
            try (var connection = ServerSession.connect(server)) {
                connection.setAutoCommit(false);
                while (!over.get()) {
                    long id = NEXT.incrementAndGet();
                    write(connection, id);
                    acknowledged.add(new Acknowledged(id, place(connection)));
                    Thread.sleep(PAUSE);
                }
            }
        }

        private static void write(Connection connection, long id) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("insert into public.word (id) values (" + id + ")");
                statement.execute("insert into public.echo (id) values (" + id + ")");
            }
            connection.commit();
        }

        private static long place(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint")) {
                row.next();
                return row.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }
}
