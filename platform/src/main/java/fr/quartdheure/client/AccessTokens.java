package fr.quartdheure.client;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The shelf of access tokens: opaque, so that they end with their secret and their client, at once and on every node;
 * stored hashed.
 */
@Repository
public class AccessTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String ISSUE = """
            insert into client.access_token (hash, secret_id, scopes, expires_at)
            values (:hash, :secret, :scopes, :expiresAt)
            """;
    private static final String FIND = """
            select c.id, c.name, c.organization_id, c.scopes, t.scopes as asked
            from client.access_token t
            join client.secret s on s.id = t.secret_id
            join client.client c on c.id = s.client_id
            where t.hash = :hash and t.expires_at > :now and not c.disabled
              and (s.expires_at is null or s.expires_at > :now)
            """;
    private static final String FORGET = """
            delete from client.access_token where expires_at <= :now
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token in clear, for one answer and nothing else. */
    String issue(UUID secretId, Scopes scopes) {
        String token = Opaque.draw();
        jdbc.sql(ISSUE)
                .param("hash", Opaque.hash(token))
                .param("secret", secretId)
                .param("scopes", scopes.text())
                .param("expiresAt", Sql.utc(clock.instant().plus(LIFETIME)))
                .update();
        return token;
    }

    /** Whose token it is; empty when it ended, or its secret or its client did. */
    public Optional<ClientPrincipal> find(String token) {
        return jdbc.sql(FIND)
                .param("hash", Opaque.hash(token))
                .param("now", Sql.utc(clock.instant()))
                .query(AccessTokens::principal)
                .optional();
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void forget() {
        jdbc.sql(FORGET).param("now", Sql.utc(clock.instant())).update();
    }

    private static ClientPrincipal principal(ResultSet row, int number) throws SQLException {
        return new ClientPrincipal(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("organization_id", UUID.class),
                Scopes.of(row.getString("asked")).and(Scopes.of(row.getString("scopes"))));
    }
}
