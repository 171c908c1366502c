package fr.quartdheure.factor;

import fr.quartdheure.factor.SecretKey.SealBroken;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shelf of authenticator apps: one for an account, its secret sealed. */
@Component
class Authenticators {

    private static final Logger LOG = LoggerFactory.getLogger(Authenticators.class);
    private static final String SET = """
            insert into factor.authenticator (account_id, secret, last_step, set_at)
            values (:account, :secret, :step, :now)
            on conflict (account_id) do update
            set secret = excluded.secret, last_step = excluded.last_step, set_at = excluded.set_at
            """;
    private static final String FIND = """
            select secret, last_step from factor.authenticator where account_id = :account
            """;
    private static final String EXISTS = """
            select exists (select from factor.authenticator where account_id = :account)
            """;
    /** Of two requests with the same code one changes the row. */
    private static final String TAKE_STEP = """
            update factor.authenticator set last_step = :step where account_id = :account and last_step < :step
            """;

    private static final String REMOVE = """
            delete from factor.authenticator where account_id = :account
            """;

    private final JdbcClient jdbc;
    private final SecretKey key;
    private final Clock clock;

    Authenticators(JdbcClient jdbc, SecretKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    private record Kept(byte[] secret, long lastStep) {}

    /** A new secret for her app; kept nowhere until she shows that the app has it. */
    Proposal propose(UUID account) {
        return proposal(account, Codes.draw(Totp.SECRET_BYTES));
    }

    /** The same secret once more, after a wrong code; empty when it was sealed for somebody else. */
    Optional<Proposal> again(UUID account, String sealed) {
        return open(account, sealed).map(secret -> proposal(account, secret));
    }

    /** @return whether the code is the secret's, which is then kept */
    boolean set(UUID account, String sealed, String code) {
        Instant now = clock.instant();
        Optional<byte[]> secret = open(account, sealed);
        OptionalLong step = secret.isEmpty() ? OptionalLong.empty() : Totp.stepOf(secret.get(), code, now, -1);
        step.ifPresent(found -> keep(account, secret.orElseThrow(), found));
        return step.isPresent();
    }

    /** @param secret in Base32, known to who creates the account for a machine */
    void set(UUID account, String secret) {
        keep(account, Base32.bytes(secret), -1);
    }

    boolean exists(UUID account) {
        return jdbc.sql(EXISTS).param("account", account).query(Boolean.class).single();
    }

    /** @return whether it is a code of these moments that was not used yet */
    boolean accept(UUID account, String code) {
        return jdbc.sql(FIND)
                .param("account", account)
                .query((row, number) -> new Kept(row.getBytes("secret"), row.getLong("last_step")))
                .optional()
                .map(kept -> accept(account, kept, code))
                .orElse(false);
    }

    void remove(UUID account) {
        jdbc.sql(REMOVE).param("account", account).update();
    }

    private boolean accept(UUID account, Kept kept, String code) {
        try {
            byte[] secret = key.open(account, kept.secret());
            OptionalLong step = Totp.stepOf(secret, code, clock.instant(), kept.lastStep());
            return step.isPresent()
                    && jdbc.sql(TAKE_STEP)
                                    .param("step", step.getAsLong())
                                    .param("account", account)
                                    .update()
                            == 1;
        } catch (SealBroken e) {
            LOG.error(
                    "The secret of account {} was sealed with another key: put back account/factor.key of the data"
                            + " folder, or reset her second factor.",
                    account);
            return false;
        }
    }

    private void keep(UUID account, byte[] secret, long step) {
        jdbc.sql(SET)
                .param("account", account)
                .param("secret", key.seal(account, secret))
                .param("step", step)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Proposal proposal(UUID account, byte[] secret) {
        return new Proposal(
                Base32.text(secret), Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(account, secret)));
    }

    private Optional<byte[]> open(UUID account, String sealed) {
        try {
            return Optional.of(key.open(account, Base64.getUrlDecoder().decode(sealed)));
        } catch (SealBroken | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
