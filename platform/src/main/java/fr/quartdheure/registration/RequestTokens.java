package fr.quartdheure.registration;

import fr.quartdheure.account.Tokens;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What opens one request to whoever made it. 192 random bits, stored hashed; each message carries one of its own. */
@Repository
public class RequestTokens {

    private static final int BYTES = 24;

    private static final String ISSUE = """
            insert into registration.token (hash, request_id) values (:hash, :request)
            """;
    private static final String FIND = """
            select request_id from registration.token where hash = :hash
            """;

    private final JdbcClient jdbc;

    RequestTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new token in clear, for one message or answer and nothing else. */
    public String issue(UUID requestId) {
        String token = Tokens.draw(BYTES);
        jdbc.sql(ISSUE)
                .param("hash", Tokens.hash(token))
                .param("request", requestId)
                .update();
        return token;
    }

    /** The request that a token opens. */
    public Optional<UUID> find(String token) {
        return jdbc.sql(FIND)
                .param("hash", Tokens.hash(token))
                .query(UUID.class)
                .optional();
    }
}
