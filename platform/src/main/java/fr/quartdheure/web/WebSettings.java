package fr.quartdheure.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on public writes.
 *
 * @param benchUnlimited lifts them for measurements; the launcher allows it on loopback only
 * @param writesPerMinute public writes per address and minute, also the burst
 */
@ConfigurationProperties("quartdheure")
public record WebSettings(
        @DefaultValue("false") boolean benchUnlimited,
        @DefaultValue("60") int writesPerMinute) {}
