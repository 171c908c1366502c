package fr.quartdheure.cli;

import fr.quartdheure.database.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of a data folder: the one that already runs beside a started platform, or one started for a command.
 */
record OwnDatabase(
        String url, String user, String password, @Nullable PostgresServer started) implements AutoCloseable {

    private static final String NAME = "quartdheure";
    private static final int PORT_LINE = 3;

    static OwnDatabase open(Path data) throws IOException {
        Optional<OwnDatabase> running = running(data);
        if (running.isPresent()) {
            return running.get();
        }
        if (!Files.exists(data.resolve("postgresql/PG_VERSION"))) {
            throw new Refusal("There is no database in " + data + ": start the platform there once, or name another"
                    + " folder with --data.");
        }
        var server = PostgresServer.start(data);
        return new OwnDatabase(server.jdbcUrl(), server.user(), server.password(), server);
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }

    private static Optional<OwnDatabase> running(Path data) throws IOException {
        Path mark = data.resolve("postgresql/postmaster.pid");
        Path secret = data.resolve("database-password");
        if (!Files.isReadable(mark) || !Files.isReadable(secret)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(mark);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/" + NAME;
        String password = Files.readString(secret).strip();
        try (var connection = DriverManager.getConnection(url, NAME, password)) {
            return connection.isValid(2) ? Optional.of(new OwnDatabase(url, NAME, password, null)) : Optional.empty();
        } catch (SQLException e) {
            // The mark of a server that is no longer there.
            return Optional.empty();
        }
    }
}
