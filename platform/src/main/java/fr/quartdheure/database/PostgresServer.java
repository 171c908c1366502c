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
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own PostgreSQL: durable (fsync on), password-protected, on loopback only.
 *
 * <p>The server runs under a small shell that reads a pipe from this JVM: when the JVM ends, even by {@code kill -9},
 * the pipe closes and the shell stops PostgreSQL cleanly. When PostgreSQL itself dies it is started again on the same
 * port. Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String VERSION = "18.6.0";
    private static final String USER = "quartdheure";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Path folder;
    private final String password;
    private final int port;
    private final @Nullable PostgresProcess own;

    private PostgresServer(Path folder, String password, int port, @Nullable PostgresProcess own) {
        this.folder = folder;
        this.password = password;
        this.port = port;
        this.own = own;
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

    /**
     * The server of a data folder, for a command beside the platform: the one that runs already, which {@link #close}
     * then leaves running, or one of its own.
     *
     * @throws DataFolderRefused as {@link #start} does
     */
    public static PostgresServer attachOrStart(Path data) throws IOException {
        Path home = data.toAbsolutePath().normalize();
        Path folder = home.resolve("postgresql");
        OptionalInt port = FolderLock.portOfServer(folder);
        if (port.isEmpty()) {
            return start(data);
        }
        var server = new PostgresServer(folder, readPassword(home), port.getAsInt(), null);
        server.awaitReady();
        return server;
    }

    /** The version that the platform brings, as 18.6.0. */
    public static String version() {
        return VERSION;
    }

    /** Gives the database restored into a data folder to the user that the server runs as. */
    public static void handOver(Path data) throws IOException {
        Path home = data.toAbsolutePath().normalize();
        var unprivileged = Unprivileged.find();
        try (Stream<Path> files = Files.walk(home.resolve("postgresql"))) {
            unprivileged.own(files.toArray(Path[]::new));
        }
    }

    private static PostgresServer start(Path home, Path folder, FolderLock lock) throws IOException {
        var unprivileged = Unprivileged.find();
        Path programs = PostgresBinaries.unpackedIn(unprivileged.cache(home), VERSION);
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            create(folder, secret(home), programs, unprivileged);
        }
        int port = freePort();
        var process = new PostgresProcess(folder, programs, unprivileged, port, lock);
        var server = new PostgresServer(folder, readPassword(home), port, process);
        try {
            server.awaitReady();
            server.createDatabase();
        } catch (IOException e) {
            server.close();
            throw e;
        }
        process.keepAlive();
        return server;
    }

    private static Path secret(Path home) {
        return home.resolve("database-password");
    }

    private static String readPassword(Path home) throws IOException {
        return Files.readString(secret(home)).strip();
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
        if (own != null) {
            own.close();
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

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password)) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                if ((own != null && !own.isAlive()) || System.nanoTime() > deadline) {
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
