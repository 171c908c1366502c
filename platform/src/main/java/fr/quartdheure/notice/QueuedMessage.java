package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that a sender took from the outbox. */
record QueuedMessage(
        long id,
        String purpose,
        Channel channel,
        String recipient,
        String subject,
        String body,
        @Nullable String calendar,
        int attempts,
        Instant createdAt) {}
