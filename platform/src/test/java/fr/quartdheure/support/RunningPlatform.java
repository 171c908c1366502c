package fr.quartdheure.support;

import fr.quartdheure.QuartdheureApplication;
import java.net.URI;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole platform in demonstration mode on a free port and a database of its own, started once for all page tests.
 */
@SpringBootTest(
        classes = QuartdheureApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"quartdheure.demo=true", "quartdheure.one-step-sign-in=true"})
public abstract class RunningPlatform {

    private static final PGSimpleDataSource DATABASE = TestDatabase.fresh();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    protected JdbcClient jdbc;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Environment environment;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", DATABASE::getUrl);
        settings.add("spring.datasource.username", DATABASE::getUser);
        settings.add("spring.datasource.password", DATABASE::getPassword);
        settings.add("quartdheure.data", () -> Path.of("target", "test-data"));
    }

    protected URI address() {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    /** A browser with no cookie yet. */
    protected Browser browser() {
        return new Browser(address());
    }
}
