package fr.quartdheure.scheduling;

import fr.quartdheure.account.Tokens;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What opens one appointment to its owner. 192 random bits, stored hashed; each message carries one of its own. */
@Repository
public class ManageTokens {

    private static final int BYTES = 24;

    private static final String ISSUE = """
            insert into scheduling.manage_token (hash, appointment_id) values (:hash, :appointment)
            """;
    private static final String FIND = """
            select appointment_id from scheduling.manage_token where hash = :hash
            """;

    private final JdbcClient jdbc;

    ManageTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new token in clear, for one message or answer and nothing else. */
    public String issue(UUID appointmentId) {
        String token = Tokens.draw(BYTES);
        jdbc.sql(ISSUE)
                .param("hash", Tokens.hash(token))
                .param("appointment", appointmentId)
                .update();
        return token;
    }

    /** The appointment that a token opens. */
    public Optional<UUID> find(String token) {
        return jdbc.sql(FIND)
                .param("hash", Tokens.hash(token))
                .query(UUID.class)
                .optional();
    }
}
