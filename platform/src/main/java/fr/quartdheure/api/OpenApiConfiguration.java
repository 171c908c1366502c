package fr.quartdheure.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Quart d'heure")
                        .version("1")
                        .description(
                                "Find and book primary care within a quarter of an hour of home. Every POST honours"
                                        + " Idempotency-Key for 24 hours; public writes are limited per address and say"
                                        + " so"
                                        + " in RateLimit headers; errors are application/problem+json with a type, a"
                                        + " French"
                                        + " title and an English one (titleEn).")
                        .license(new License().name("EUPL-1.2")));
    }
}
