package fr.quartdheure.database;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Birth birth(JdbcClient jdbc, @Value("${quartdheure.demo:false}") boolean demo) {
        return new Birth(jdbc, demo ? Mode.DEMO : Mode.REAL);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Signals signals(JdbcConnectionDetails details, DataSource pool) {
        var outside = new PGSimpleDataSource();
        outside.setUrl(details.getJdbcUrl());
        // Where they stand in the address itself there are none here, and none must not replace them.
        if (details.getUsername() != null) {
            outside.setUser(details.getUsername());
            outside.setPassword(details.getPassword());
        }
        outside.setApplicationName("quartdheure-signals");
        outside.setTcpKeepAlive(true);
        return new Signals(outside, pool);
    }
}
