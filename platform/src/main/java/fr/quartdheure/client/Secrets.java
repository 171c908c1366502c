package fr.quartdheure.client;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Sql;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of the secrets of clients: hashes only. What came of a secret ends with it. */
@Repository
public class Secrets {

    /** How long an old secret may still hold beside a new one. */
    public static final Duration LONGEST_OVERLAP = Duration.ofHours(24);

    private static final String ADD = """
            insert into client.secret (client_id, hash, created_at) values (:client, :hash, :now)
            """;
    private static final String END = """
            update client.secret set expires_at = least(coalesce(expires_at, :end::timestamptz), :end::timestamptz)
            where client_id = :client
            """;
    // The client's row is locked, so that two rotations at once do not leave two secrets without an end.
    private static final String LOCK = """
            select id from client.client where id = :client for update
            """;
    private static final String LIST_HOLDING = """
            select s.id, s.hash from client.secret s join client.client c on c.id = s.client_id
            where c.id = :client and not c.disabled and (s.expires_at is null or s.expires_at > :now)
            """;
    private static final String LATEST_END = """
            select max(expires_at) from client.secret where client_id = :client and expires_at > :now
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Secrets(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A new secret, in clear for this one time; those before it hold a while longer, their tokens with them.
     *
     * @param overlap 0 to {@link #LONGEST_OVERLAP}; at 0 old secrets and their tokens are refused at once
     */
    @Transactional
    public String rotate(UUID clientId, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException("an overlap of 0 to 24 hours, and not " + overlap);
        }
        jdbc.sql(LOCK).param("client", clientId).query(UUID.class).single();
        jdbc.sql(END)
                .param("end", Sql.utc(clock.instant().plus(overlap)))
                .param("client", clientId)
                .update();
        events.publishEvent(Trace.of("rotate", "client", clientId).because(overlap.toHours() + " h"));
        return add(clientId);
    }

    String add(UUID clientId) {
        String secret = Opaque.draw();
        jdbc.sql(ADD)
                .param("client", clientId)
                .param("hash", Opaque.hash(secret))
                .param("now", Sql.utc(clock.instant()))
                .update();
        return secret;
    }

    /** The secret that this is, when the client is there, enabled, and it still holds. */
    Optional<UUID> find(UUID clientId, String secret) {
        byte[] hash = Opaque.hash(secret);
        List<Kept> holding = jdbc.sql(LIST_HOLDING)
                .param("client", clientId)
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> new Kept(row.getObject("id", UUID.class), row.getBytes("hash")))
                .list();
        return holding.stream()
                .filter(one -> MessageDigest.isEqual(one.hash, hash))
                .map(Kept::id)
                .findFirst();
    }

    /** Until when an old secret still holds beside the new one; empty when only one does. */
    public Optional<Instant> overlapEnd(UUID clientId) {
        return jdbc.sql(LATEST_END)
                .param("client", clientId)
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private record Kept(UUID id, byte[] hash) {}
}
