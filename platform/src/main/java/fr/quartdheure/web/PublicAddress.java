package fr.quartdheure.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address that people reach the platform at, for links in messages. It is a setting, never the Host of a request:
 * who forges that header would otherwise receive other people's links.
 */
@Component
public class PublicAddress {

    private final String setting;
    private final Environment environment;

    PublicAddress(@Value("${quartdheure.public-url:}") String setting, Environment environment) {
        this.setting = setting.endsWith("/") ? setting.substring(0, setting.length() - 1) : setting;
        this.environment = environment;
    }

    /** "https://sante.example.org", without a slash at the end. */
    public String base() {
        if (!setting.isBlank()) {
            return setting;
        }
        String scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        return scheme + "://localhost:" + environment.getProperty("local.server.port", "8080");
    }
}
