package fr.quartdheure.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The platform as a process of its own, as an operator runs it: it can be killed without a word. */
public final class OwnProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Quart d'heure est prêt : (http\\S+)");
    private static final int PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path data;
    private final URI address;

    private OwnProcess(Process process, Path data, URI address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    /** @param data the data folder, also when the node joins another one's database */
    public static OwnProcess start(Path data, String... options) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "fr.quartdheure.cli.Quartdheure",
                "start",
                "--demo",
                "--port",
                "0"));
        command.addAll(List.of(options));
        Path said = Files.createTempFile(data.toAbsolutePath().getParent(), "said-", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        for (int tenth = 0; tenth < PATIENCE_SECONDS * 10 && process.isAlive(); tenth++) {
            var ready = READY.matcher(Files.readString(said));
            if (ready.find()) {
                return new OwnProcess(process, data, URI.create(ready.group(1)));
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IOException("the platform did not start: " + Files.readString(said));
    }

    public URI address() {
        return address;
    }

    /** As a power cut: no handler runs. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void killPostgres() throws IOException {
        long postmaster = Long.parseLong(mark().getFirst().strip());
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    }

    public String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + mark().get(3).strip() + "/quartdheure?user=quartdheure&password="
                + Files.readString(data.resolve("database-password")).strip();
    }

    public Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(databaseUrl());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private List<String> mark() throws IOException {
        return Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    }
}
