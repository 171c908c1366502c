package fr.quartdheure.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's own PostgreSQL: durable (fsync on), password-protected, on loopback only.
 *
 * <p>The server runs under a small shell that reads a pipe from this JVM: when the JVM ends, even by {@code kill -9},
 * the pipe closes and the shell stops PostgreSQL cleanly. When PostgreSQL itself dies it is started again on the same
 * port. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String VERSION = "18.6.0";
    private static final String USER = "quartdheure";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GUARDED = """
            exec 3<&0
            "$@" 3<&- &
            server=$!
            (cat <&3 >/dev/null; kill -INT $server 2>/dev/null) &
            guard=$!
            wait $server
            code=$?
            kill $guard 2>/dev/null
            exit $code
            """;

    private final Path folder;
    private final Path programs;
    private final Unprivileged unprivileged;
    private final String password;
    private final int port;
    private final FolderLock lock;
    private volatile boolean stopping;
    private volatile Process shell;

    private PostgresServer(
            Path folder, Path programs, Unprivileged unprivileged, String password, int port, FolderLock lock)
            throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.unprivileged = unprivileged;
        this.password = password;
        this.port = port;
        this.lock = lock;
        this.shell = launch();
    }

    /**
     * Starts the server of a data folder, creating it on first use.
     *
     * @param data the platform's data folder; PostgreSQL's own stands in {@code data/postgresql}
     * @throws DataFolderRefused when the folder belongs to somebody else or to another version, or is being served
     */
    public static PostgresServer start(Path data) throws IOException {
        Path home = data.toAbsolutePath().normalize();
        Path folder = home.resolve("postgresql");
        DataFolder.check(home, folder, VERSION);
        var lock = FolderLock.take(home, folder);
        try {
            return start(home, folder, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static PostgresServer start(Path home, Path folder, FolderLock lock) throws IOException {
        var unprivileged = Unprivileged.find();
        Path programs = PostgresBinaries.unpackedIn(unprivileged.cache(), VERSION);
        Path secret = home.resolve("database-password");
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            create(folder, secret, programs, unprivileged);
        }
        String password = Files.readString(secret).strip();
        var server = new PostgresServer(folder, programs, unprivileged, password, freePort(), lock);
        try {
            server.awaitReady();
            server.createDatabase();
        } catch (IOException e) {
            server.close();
            throw e;
        }
        Thread.ofVirtual().name("postgres-watch").start(server::watch);
        return server;
    }

    public String jdbcUrl() {
        return jdbcUrl(USER);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The process id of the PostgreSQL postmaster. */
    public long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
    }

    @Override
    public void close() {
        synchronized (lock) {
            stopping = true;
        }
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(30, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
            lock.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not hear the request to stop: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void create(Path folder, Path secret, Path programs, Unprivileged unprivileged) throws IOException {
        Files.createDirectories(folder);
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        if (!Files.exists(secret)) {
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(secret, HexFormat.of().formatHex(bytes) + "\n");
        unprivileged.own(folder, secret);
        run(unprivileged.command(List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + folder,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=fr-FR",
                "--locale=C.UTF-8",
                "--text-search-config=french",
                "--data-checksums")));
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("PostgreSQL could not create its folder:\n" + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL created its folder", e);
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARDED, "postgres"));
        command.add(programs.resolve("bin/postgres").toString());
        command.add("-D");
        command.add(folder.toString());
        settings().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return new ProcessBuilder(unprivileged.command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("postgresql.log").toFile()))
                .start();
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("port", String.valueOf(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("max_connections", "80"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("jit", "off"),
                Map.entry("log_lock_waits", "on"),
                Map.entry("timezone", "UTC"));
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password)) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                if (!shell.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("PostgreSQL did not start; its last words are in "
                            + folder.resolveSibling("postgresql.log") + "\n" + lastWords());
                }
                pause(Duration.ofMillis(40));
            }
        }
    }

    private String lastWords() throws IOException {
        Path log = folder.resolveSibling("postgresql.log");
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private void createDatabase() throws IOException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select from pg_database where datname = '" + USER + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + USER);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused to create the database: " + e.getMessage(), e);
        }
    }

    private void watch() {
        while (!stopping) {
            try {
                int code = shell.waitFor();
                if (!stopping) {
                    LOG.error("PostgreSQL ended by itself (code {}): starting it again", code);
                    pause(Duration.ofMillis(500));
                    relaunch();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                LOG.error("PostgreSQL cannot be started again: {}", e.getMessage());
                pause(Duration.ofSeconds(2));
            }
        }
    }

    /** Under the lock that close() takes: nothing is started behind its back. */
    private void relaunch() throws IOException {
        synchronized (lock) {
            if (!stopping) {
                shell = launch();
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
