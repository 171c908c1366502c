package fr.quartdheure.support;

import fr.quartdheure.database.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of a JVM; each asks for a fresh, migrated database of its own. */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final PostgresServer SERVER = start();

    private TestDatabase() {}

    /** A new migrated database. */
    public static PGSimpleDataSource fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return source(name);
    }

    public static PGSimpleDataSource source(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(SERVER.jdbcUrl(name));
        source.setUser(SERVER.user());
        source.setPassword(SERVER.password());
        return source;
    }

    public static PostgresServer server() {
        return SERVER;
    }

    private static PostgresServer start() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "test-database-");
            var server = PostgresServer.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return migrated(server);
        } catch (IOException e) {
            throw new IllegalStateException("the test database did not start", e);
        }
    }

    private static PostgresServer migrated(PostgresServer server) {
        try (var connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Flyway.configure()
                .dataSource(server.jdbcUrl(TEMPLATE), server.user(), server.password())
                .table("schema_history")
                .load()
                .migrate();
        return server;
    }

    private static void execute(String sql) {
        try (var connection =
                        DriverManager.getConnection(SERVER.jdbcUrl("postgres"), SERVER.user(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
