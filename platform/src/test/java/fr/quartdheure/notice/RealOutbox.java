package fr.quartdheure.notice;

import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.database.Birth;
import fr.quartdheure.database.Mode;
import fr.quartdheure.support.SettableClock;
import fr.quartdheure.support.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The outbox in real mode, its senders running, on a database of its own. */
final class RealOutbox implements AutoCloseable {

    static final MailSettings NO_MAIL = mail("", 587);
    static final SmsSettings NO_SMS = sms(null, 1000);

    final JdbcClient jdbc;
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
    final TransactionTemplate transaction;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    RealOutbox(MailSettings mail, SmsSettings sms) {
        DataSource database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(DataSourceTransactionManager.class, () -> transactions);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MailSettings.class, () -> mail);
        context.registerBean(SmsSettings.class, () -> sms);
        context.registerBean(ObjectMapper.class, () -> JsonMapper.builder().build());
        context.registerBean("messageSource", ResourceBundleMessageSource.class, RealOutbox::words);
        context.registerBean(ContactProofs.class);
        context.register(Transactions.class);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        // Whatever writes of something else than codes needs other modules, which these tests do without.
        scanner.addExcludeFilter(new RegexPatternTypeFilter(
                Pattern.compile(".*[.]((?!Code)\\w+Messages|PatientLetters|Reminders|Calendars)")));
        scanner.scan("fr.quartdheure.notice");
        context.registerBean(Birth.class, () -> Birth.of(jdbc, Mode.REAL));
        context.refresh();
    }

    static MailSettings mail(String host, int port) {
        return new MailSettings(
                host, port, "", "", "rendez-vous@example.org", MailSettings.Tls.NONE, Duration.ofSeconds(2));
    }

    static SmsSettings sms(@Nullable URI url, int budget) {
        return new SmsSettings(url, "secret", List.of("+336", "+337"), 3, 6, budget, Duration.ofSeconds(3));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void put(Draft draft) {
        transaction.executeWithoutResult(status -> bean(Outbox.class).put(draft));
    }

    Map<String, Object> row() {
        return jdbc.sql("select * from notice.message").query().singleRow();
    }

    List<String> statuses() {
        return jdbc.sql("select status from notice.message order by id")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        context.close();
    }

    private static ResourceBundleMessageSource words() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        return source;
    }

    @Configuration
    @EnableTransactionManagement
    static class Transactions {
        @org.springframework.context.annotation.Bean
        static org.springframework.transaction.event.TransactionalEventListenerFactory afterCommit() {
            return new org.springframework.transaction.event.TransactionalEventListenerFactory();
        }
    }
}
