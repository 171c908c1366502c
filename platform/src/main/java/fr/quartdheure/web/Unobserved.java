package fr.quartdheure.web;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Nothing reads observations here (health is the only endpoint): unobserved, a request is not timed and described
 * again by each of fifteen security filters.
 */
@Configuration(proxyBeanMethods = false)
class Unobserved {

    @Bean
    ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }
}
