package fr.quartdheure.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The platform's own PostgreSQL is durable, closed to others, and never left behind. */
class PostgresServerTest {

    /** One folder for all: each test leaves it stopped, and making one takes seconds. */
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @Test
    void it_is_durable_and_listens_on_loopback_only() throws Exception {
        try (var server = PostgresServer.start(data);
                var connection = connect(server)) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "data_checksums")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        try (var server = PostgresServer.start(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .extracting("SQLState")
                    .isEqualTo("28P01");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database-password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_start_on_the_same_folder_is_refused_and_harms_nothing() throws Exception {
        try (var server = PostgresServer.start(data)) {
            assertThatThrownBy(() -> PostgresServer.start(data))
                    .isInstanceOf(DataFolderRefused.class)
                    .hasMessageContaining("already in use");
            var second = Alone.process(Alone.classPath(), data).start();
            assertThat(said(second)).contains("already in use");
            try (var connection = connect(server)) {
                assertThat(show(connection, "fsync")).isEqualTo("on");
            }
        }
    }

    @Test
    void a_command_beside_the_platform_shares_its_server_and_leaves_it_running() throws Exception {
        try (var server = PostgresServer.start(data)) {
            try (var beside = PostgresServer.attachOrStart(data);
                    var connection = connect(beside)) {
                assertThat(beside.pid()).isEqualTo(server.pid());
                assertThat(connection.isValid(1)).isTrue();
            }
            assertThat(ProcessHandle.of(server.pid())).isPresent();
        }
        try (var alone = PostgresServer.attachOrStart(data);
                var connection = connect(alone)) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_restart_finds_what_was_kept() throws Exception {
        try (var server = PostgresServer.start(data);
                var connection = connect(server)) {
            execute(connection, "create table kept as select 42 as answer");
        }
        try (var server = PostgresServer.start(data);
                var connection = connect(server);
                var rows = connection.createStatement().executeQuery("table kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void a_folder_of_another_version_is_refused(@TempDir Path older) throws Exception {
        Files.createDirectories(older.resolve("postgresql"));
        Files.writeString(older.resolve("postgresql/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> PostgresServer.start(older))
                .isInstanceOf(DataFolderRefused.class)
                .hasMessageContaining("PostgreSQL 17");
    }

    @Test
    void a_killed_server_is_back_on_the_same_port() throws Exception {
        try (var server = PostgresServer.start(data)) {
            long first = server.pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            eventually(Duration.ofSeconds(10), () -> {
                try (var connection = connect(server)) {
                    return connection.isValid(1) && server.pid() != first;
                } catch (SQLException | IOException e) {
                    return false;
                }
            });
        }
    }

    @Test
    void a_closed_server_leaves_no_process() throws Exception {
        var server = PostgresServer.start(data);
        var process = ProcessHandle.of(server.pid()).orElseThrow();
        server.close();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void a_killed_platform_leaves_no_server_and_may_start_again_at_once() throws Exception {
        var platform = Alone.process(Alone.classPath(), data).start();
        var postgres = ProcessHandle.of(pid(platform)).orElseThrow();
        assertThat(postgres.isAlive()).isTrue();
        platform.destroyForcibly().waitFor();
        try (var again = PostgresServer.start(data)) {
            assertThat(again.pid()).isNotEqualTo(postgres.pid());
            assertThat(postgres.isAlive()).isFalse();
        }
    }

    @Test
    void a_killed_platform_leaves_no_server() throws Exception {
        var platform = Alone.process(Alone.classPath(), data).start();
        var postgres = ProcessHandle.of(pid(platform)).orElseThrow();
        platform.destroyForcibly().waitFor();
        eventually(Duration.ofSeconds(5), () -> !postgres.isAlive());
    }

    @Test
    void it_runs_as_a_normal_user_without_a_home_too() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "the other tests have just shown it");
        // Outside the home of root, where the other user cannot look.
        Path open = Files.createTempDirectory(Path.of("/tmp"), "quartdheure-test-");
        try {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            var builder = Alone.process(
                    Alone.copiedTo(open),
                    open.resolve("data"),
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups");
            // "nobody" has no home, like the user of many a service.
            builder.environment().remove("XDG_CACHE_HOME");
            var platform = builder.start();
            var postgres = ProcessHandle.of(pid(platform)).orElseThrow();
            assertThat(postgres.info().user())
                    .isNotEqualTo(ProcessHandle.current().info().user());
            assertThat(open.resolve("data/programs")).isDirectory();
            platform.destroyForcibly().waitFor();
            eventually(Duration.ofSeconds(5), () -> !postgres.isAlive());
        } finally {
            FileSystemUtils.deleteRecursively(open);
        }
    }

    private static long pid(Process platform) throws IOException {
        BufferedReader output = platform.inputReader();
        var heard = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("server ")) {
                return Long.parseLong(line.replaceAll("\\D*(\\d+).*", "$1"));
            }
            heard.append(line).append('\n');
        }
        throw new IOException("the other platform did not start:\n" + heard);
    }

    private static String said(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    private static void eventually(Duration patience, Callable<Boolean> becomes) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!becomes.call()) {
            assertThat(System.nanoTime()).as("within %s", patience).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
