package fr.quartdheure.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Files that programs fetch: calendars by a secret address, open data by a public one. They know no cookie. */
@Configuration(proxyBeanMethods = false)
class FileSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain securityOfFiles(HttpSecurity http) {
        return http.securityMatcher("/calendars/**", "/opendata/*")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(WebSecurity::fileHeaders)
                .build();
    }
}
