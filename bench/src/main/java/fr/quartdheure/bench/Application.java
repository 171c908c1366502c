package fr.quartdheure.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One process of the packaged application, started through its launcher and stopped by whoever started it. */
final class Application implements AutoCloseable {

    private static final String READY = "Quart d'heure est prêt : ";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String USER = "quartdheure";

    private final Process process;
    private final Path data;
    private final URI address;
    private final Duration readyAfter;

    private Application(Process process, Path data, URI address, Duration readyAfter) {
        this.process = process;
        this.data = data;
        this.address = address;
        this.readyAfter = readyAfter;
    }

    /** @param data the data folder of the first node, also when this one joins its database */
    static Application start(Path data, String... options) throws IOException {
        var command = new ArrayList<>(List.of("bin/quartdheure", "start", "--port", "0"));
        command.addAll(List.of(options));
        Path said = Files.createTempFile(data.getParent(), "out", ".txt");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("application.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (System.nanoTime() - begun < PATIENCE.toNanos() && process.isAlive()) {
            Optional<String> ready = Files.readString(said)
                    .lines()
                    .filter(line -> line.startsWith(READY))
                    .findFirst();
            if (ready.isPresent()) {
                var address = URI.create(ready.get().substring(READY.length()).strip());
                return new Application(process, data, address, Duration.ofNanos(System.nanoTime() - begun));
            }
            pause();
        }
        process.destroy();
        throw new IOException("the application did not start: " + Files.readString(said) + " (and application.log in "
                + data.getParent() + ")");
    }

    /** Runs another command of the launcher to its end. */
    static String run(String input, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bin/quartdheure"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", arguments) + " failed:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }

    Client client() throws IOException {
        return new Client(address.getPort());
    }

    URI address() {
        return address;
    }

    /** From the launcher's first instruction to the line that says it serves. */
    Duration readyAfter() {
        return readyAfter;
    }

    /** The launcher becomes the JVM, so this is the JVM's. */
    long pid() {
        return process.pid();
    }

    long postmaster() throws IOException {
        return Long.parseLong(mark().getFirst().strip());
    }

    /** What a second node gives to {@code --database}. */
    String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + mark().get(3).strip() + "/" + USER + "?user=" + USER + "&password="
                + Files.readString(data.resolve("database-password")).strip();
    }

    Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(databaseUrl());
    }

    /** How often PostgreSQL had to break a deadlock since the folder was made. */
    long deadlocks() throws IOException {
        try (var lines = Files.lines(data.resolve("postgresql.log"))) {
            return lines.filter(line -> line.contains("deadlock detected")).count();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> mark() throws IOException {
        return Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
