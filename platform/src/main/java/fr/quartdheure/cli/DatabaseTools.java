package fr.quartdheure.cli;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.FactorResets;
import fr.quartdheure.account.Passwords;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * Just what it takes to work on accounts, their factors and traces, without the web. Not a configuration by name: the
 * platform must not find it.
 */
@EnableTransactionManagement
@Import({Accounts.class, Passwords.class, FactorResets.class})
@ComponentScan(
        value = {"fr.quartdheure.audit", "fr.quartdheure.factor"},
        lazyInit = true)
class DatabaseTools {

    /** Does something with the beans of accounts, their keys those of the data folder. */
    static void use(OwnDatabase own, Path data, Consumer<ApplicationContext> act) {
        var application = new SpringApplicationBuilder(DatabaseTools.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.main.lazy-initialization=true", "quartdheure.data=" + data.toAbsolutePath())
                .initializers(context -> context.getBeanFactory().registerSingleton("ownDatabase", own));
        try (var context = application.run()) {
            act.accept(context);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataSource dataSource(OwnDatabase own) {
        var source = new DriverManagerDataSource(own.url());
        if (!own.user().isEmpty()) {
            source.setUsername(own.user());
            source.setPassword(own.password());
        }
        Flyway.configure().dataSource(source).table("schema_history").load().migrate();
        return source;
    }

    @Bean
    JdbcClient jdbcClient(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    DataSourceTransactionManager transactionManager(DataSource source) {
        return new DataSourceTransactionManager(source);
    }
}
