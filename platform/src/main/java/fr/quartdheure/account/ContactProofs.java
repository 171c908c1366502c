package fr.quartdheure.account;

import fr.quartdheure.account.ProofOutcome.Exhausted;
import fr.quartdheure.account.ProofOutcome.Expired;
import fr.quartdheure.account.ProofOutcome.Proved;
import fr.quartdheure.account.ProofOutcome.Unknown;
import fr.quartdheure.account.ProofOutcome.Wrong;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person shows that a contact is hers by giving back, within ten minutes, the code that was sent to it. */
@Component
public class ContactProofs {

    private static final String REQUEST = """
            insert into account.contact_proof (channel, contact, created_at, expires_at)
            values (:channel, :contact, :now, :end)
            returning id
            """;
    private static final String ISSUE = """
            update account.contact_proof set code_hash = :hash
            where id = :id and proved_at is null and expires_at > :now and attempts_left > 0
            returning channel, contact
            """;
    // One statement judges and counts, so that codes given at the same time cannot share an attempt.
    private static final String TRY = """
            update account.contact_proof set
              attempts_left = attempts_left - case when code_hash = :hash then 0 else 1 end,
              proved_at = case when code_hash = :hash then coalesce(proved_at, :now) else proved_at end
            where id = :id and code_hash is not null and attempts_left > 0
              and (expires_at > :now or proved_at is not null)
            returning channel, contact, attempts_left, code_hash = :hash as is_right
            """;
    private static final String WHY_NOT = """
            select attempts_left, expires_at <= :now as expired from account.contact_proof where id = :id
            """;
    private static final String IS_PROVED = """
            select exists (select from account.contact_proof
              where id = :id and proved_at is not null and proved_at > :since)
            """;
    private static final String SWEEP = """
            delete from account.contact_proof where expires_at < :limit
            """;
    private static final Duration LIFE = Duration.ofMinutes(10);
    /** A proved one still answers to a reloaded page for a while. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    ContactProofs(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** @throws IllegalArgumentException when the contact cannot be understood: read it first with {@link Contact} */
    @Transactional
    public UUID request(Channel channel, String contact, @Nullable UUID appointmentId) {
        UUID id = jdbc.sql(REQUEST)
                .param("channel", channel.code())
                .param("contact", Contact.of(channel, contact).value())
                .param("now", now())
                .param("end", now().plus(LIFE))
                .query(UUID.class)
                .single();
        events.publishEvent(new ContactProofRequested(id, appointmentId));
        return id;
    }

    /**
     * Draws the code of a proof; a second call replaces the first code. Empty when the proof can no longer be given.
     */
    public Optional<IssuedCode> issue(UUID proofId) {
        String code = "%06d".formatted(random.nextInt(1_000_000));
        return jdbc.sql(ISSUE)
                .param("id", proofId)
                .param("hash", hash(proofId, code))
                .param("now", now())
                .query((row, number) ->
                        new IssuedCode(Channel.of(row.getString("channel")), row.getString("contact"), code))
                .optional();
    }

    /**
     * Must not end in a rollback, which would give the attempt back to the guesser: outcomes are values, not
     * exceptions.
     */
    @Transactional
    public ProofOutcome check(UUID proofId, String code) {
        return jdbc.sql(TRY)
                .param("id", proofId)
                .param("hash", hash(proofId, code.replaceAll("\\s", "")))
                .param("now", now())
                .query(ContactProofs::judged)
                .optional()
                .orElseGet(() -> whyNot(proofId));
    }

    /** Whether this proof was given within the last hour. */
    public boolean isProved(UUID proofId) {
        return jdbc.sql(IS_PROVED)
                .param("id", proofId)
                .param("since", now().minus(KEPT))
                .query(Boolean.class)
                .single();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void sweep() {
        jdbc.sql(SWEEP).param("limit", now().minus(KEPT)).update();
    }

    private static ProofOutcome judged(ResultSet row, int number) throws SQLException {
        if (row.getBoolean("is_right")) {
            return new Proved(Channel.of(row.getString("channel")), row.getString("contact"));
        }
        int left = row.getInt("attempts_left");
        return left == 0 ? new Exhausted() : new Wrong(left);
    }

    private ProofOutcome whyNot(UUID proofId) {
        return jdbc.sql(WHY_NOT)
                .param("id", proofId)
                .param("now", now())
                .query((row, number) -> row.getInt("attempts_left") == 0
                        ? new Exhausted()
                        : row.getBoolean("expired") ? new Expired() : (ProofOutcome) new Unknown())
                .optional()
                .orElseGet(Unknown::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * The proof's id as key makes equal codes differ. A slow hash would gain nothing: a million codes are soon tried
     * whatever it costs, and who can read this table can as well read the message; ten minutes and five attempts are
     * the protection.
     */
    private static byte[] hash(UUID proofId, String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(proofId.toString().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return mac.doFinal(code.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
