package fr.quartdheure.planning;

import fr.quartdheure.support.SettableClock;
import fr.quartdheure.support.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The module on a fresh database, with what it reads from and a clock that stands until a test moves it. */
final class Wired implements AutoCloseable {

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T07:00:00Z"));
    final DataSource database = TestDatabase.fresh();
    final JdbcClient jdbc = JdbcClient.create(database);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Wired() {
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(database));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(database)));
        context.scan(
                "fr.quartdheure.planning",
                "fr.quartdheure.territory",
                "fr.quartdheure.directory",
                "fr.quartdheure.geo");
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
