package fr.quartdheure.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Birth birth(JdbcClient jdbc, @Value("${quartdheure.demo:false}") boolean demo) {
        return new Birth(jdbc, demo ? Mode.DEMO : Mode.REAL);
    }
}
