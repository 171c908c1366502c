package fr.quartdheure.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message of a demonstration, which stays in the outbox to be looked at. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptMessage(
        String to,
        String channel,
        String subject,
        String text,
        @Nullable String code,
        Instant sentAt) {}
