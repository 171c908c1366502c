package fr.quartdheure.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
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
    private final SecureRandom random = new SecureRandom();

    RequestTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new token in clear, for one message or answer and nothing else. */
    public String issue(UUID requestId) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(ISSUE).param("hash", hash(token)).param("request", requestId).update();
        return token;
    }

    /** The request that a token opens. */
    public Optional<UUID> find(String token) {
        return jdbc.sql(FIND).param("hash", hash(token)).query(UUID.class).optional();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
