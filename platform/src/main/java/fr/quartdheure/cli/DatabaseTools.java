package fr.quartdheure.cli;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Passwords;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * Just what it takes to work on accounts and traces, without the web. Not a configuration by name: the platform must
 * not find it.
 */
@EnableTransactionManagement
@Import({Accounts.class, Passwords.class})
@ComponentScan(value = "fr.quartdheure.audit", lazyInit = true)
class DatabaseTools {

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
