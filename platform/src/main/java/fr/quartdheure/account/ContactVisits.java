package fr.quartdheure.account;

import fr.quartdheure.database.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visits of people without an account, who have shown by a code that a contact is theirs. Nothing here depends on
 * whether anybody booked with that contact: every contact that can be written to gets the same answer.
 */
@Component
public class ContactVisits {

    /** With five attempts at each code, 25 guesses among a million an hour, from however many addresses they come. */
    public static final int MOST_CODES_AN_HOUR = 5;

    public static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BYTES = 24;

    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('contact visit ' || :contact, 0))) locked
            """;
    private static final String COUNT_ASKED = """
            select count(*) from account.contact_visit where contact = :contact and asked_at > :since
            """;
    private static final String ASK = """
            insert into account.contact_visit (proof_id, hash, channel, contact, asked_at)
            values (:proof, :hash, :channel, :contact, :now)
            """;
    private static final String FIND_ASKED = """
            select proof_id, channel, contact from account.contact_visit
            where hash = :hash and opened_at is null and ended_at is null
            """;
    // The token of before the code, which somebody might have planted, is worth nothing afterwards.
    private static final String OPEN = """
            update account.contact_visit set hash = :fresh, opened_at = :now, seen_at = :now
            where proof_id = :proof and opened_at is null and ended_at is null
            """;
    private static final String SEE = """
            update account.contact_visit set seen_at = :now
            where hash = :hash and ended_at is null and seen_at > :idle and opened_at > :longest
            returning channel, contact
            """;
    private static final String END = """
            update account.contact_visit set ended_at = :now where hash = :hash and ended_at is null
            """;
    private static final String SWEEP = """
            delete from account.contact_visit where asked_at < :limit
            """;

    private final JdbcClient jdbc;
    private final ContactProofs proofs;
    private final Clock clock;

    ContactVisits(JdbcClient jdbc, ContactProofs proofs, Clock clock) {
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** A visit that waits for its code. */
    private record Asked(UUID proofId, Contact contact) {}

    /** What came of giving a code. */
    public sealed interface Entering {
        /** @param token opens the visit from now on, in place of the one that asked */
        record Entered(String token) implements Entering {}

        record Refused(ProofOutcome why) implements Entering {}
    }

    /**
     * Sends a code to a contact.
     *
     * @return the token of the browser that asks; empty when {@value #MOST_CODES_AN_HOUR} codes went out to this
     *     contact within the hour
     */
    @Transactional
    public Optional<String> ask(Contact contact) {
        Instant now = clock.instant();
        jdbc.sql(LOCK).param("contact", contact.value()).query(Integer.class).single();
        int asked = jdbc.sql(COUNT_ASKED)
                .param("contact", contact.value())
                .param("since", Sql.utc(now.minus(HOUR)))
                .query(Integer.class)
                .single();
        if (asked >= MOST_CODES_AN_HOUR) {
            return Optional.empty();
        }
        String token = Tokens.draw(BYTES);
        jdbc.sql(ASK)
                .param("proof", proofs.request(contact.channel(), contact.value(), null))
                .param("hash", Tokens.hash(token))
                .param("channel", contact.channel().code())
                .param("contact", contact.value())
                .param("now", Sql.utc(now))
                .update();
        return Optional.of(token);
    }

    /** The contact to which a code went out that was not yet given back. */
    public Optional<Contact> findAsked(String token) {
        return asked(token).map(Asked::contact);
    }

    /** Must not end in a rollback, which would give the attempt back to the guesser. */
    @Transactional
    public Entering enter(String token, String code) {
        Optional<Asked> asked = asked(token);
        if (asked.isEmpty()) {
            return new Entering.Refused(new ProofOutcome.Unknown());
        }
        UUID proof = asked.get().proofId();
        ProofOutcome outcome = proofs.check(proof, code);
        if (!(outcome instanceof ProofOutcome.Proved)) {
            return new Entering.Refused(outcome);
        }
        String fresh = Tokens.draw(BYTES);
        int opened = jdbc.sql(OPEN)
                .param("fresh", Tokens.hash(fresh))
                .param("proof", proof)
                .param("now", Sql.utc(clock.instant()))
                .update();
        return opened == 1 ? new Entering.Entered(fresh) : new Entering.Refused(new ProofOutcome.Unknown());
    }

    /** The proved contact of an open visit, which this prolongs by half an hour, up to four hours in all. */
    public Optional<Contact> see(String token) {
        Instant now = clock.instant();
        return jdbc.sql(SEE)
                .param("hash", Tokens.hash(token))
                .param("now", Sql.utc(now))
                .param("idle", Sql.utc(now.minus(IDLE)))
                .param("longest", Sql.utc(now.minus(LONGEST)))
                .query((row, number) -> new Contact(Channel.of(row.getString("channel")), row.getString("contact")))
                .optional();
    }

    public void end(String token) {
        jdbc.sql(END)
                .param("hash", Tokens.hash(token))
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void sweep() {
        jdbc.sql(SWEEP).param("limit", Sql.utc(clock.instant().minus(KEPT))).update();
    }

    private Optional<Asked> asked(String token) {
        return jdbc.sql(FIND_ASKED)
                .param("hash", Tokens.hash(token))
                .query((row, number) -> new Asked(
                        row.getObject("proof_id", UUID.class),
                        new Contact(Channel.of(row.getString("channel")), row.getString("contact"))))
                .optional();
    }
}
