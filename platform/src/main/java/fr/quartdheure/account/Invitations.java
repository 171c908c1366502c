package fr.quartdheure.account;

import fr.quartdheure.account.AccountCreation.Created;
import fr.quartdheure.audit.Trace;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of invitations: a link lets the owner of a new account choose her password within 72 hours, once. */
@Component
public class Invitations {

    private static final Duration VALID = Duration.ofHours(72);
    private static final int TOKEN_BYTES = 24;
    /** No password has this hash. */
    private static final String NO_PASSWORD = "-";

    private static final String PUT = """
            insert into account.invitation (account_id, hash, expires_at) values (:account, :hash, :expires)
            on conflict (account_id) do update
            set hash = excluded.hash, expires_at = excluded.expires_at, used_at = null
            """;
    private static final String FIND = """
            select a.login from account.invitation i join account.account a on a.id = i.account_id
            where i.hash = :hash and i.used_at is null and i.expires_at > :now and not a.disabled
            """;
    private static final String USE = """
            update account.invitation set used_at = :now where hash = :hash and used_at is null
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** Makes an account without a password and asks for its link to be sent. */
    @Transactional
    public AccountCreation invite(String login, String name, Contact email, List<Grant> grants) {
        var creation = accounts.createWithHash(login, name, NO_PASSWORD, null, grants);
        if (creation instanceof Created created) {
            accounts.setEmail(created.accountId(), email);
            events.publishEvent(new InvitationAsked(created.accountId()));
        }
        return creation;
    }

    /** A new key for the link, told this once; the one before is worth nothing any more. */
    @Transactional
    public String issue(UUID account) {
        String key = Tokens.draw(TOKEN_BYTES);
        jdbc.sql(PUT)
                .param("account", account)
                .param("hash", Tokens.hash(key))
                .param("expires", Timestamp.from(clock.instant().plus(VALID)))
                .update();
        events.publishEvent(Trace.of("invite", "account", account));
        return key;
    }

    /** Whose invitation it is; empty when it was used, is too old or never was. */
    public Optional<Account> find(String key) {
        return jdbc.sql(FIND)
                .param("hash", Tokens.hash(key))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .flatMap(accounts::find);
    }

    /**
     * Sets the password of an invitation that {@link #find} knows.
     *
     * @return why the password is refused, or empty when the account is open
     */
    @Transactional
    public Optional<PasswordWeakness> accept(Account account, String key, String password) {
        Optional<PasswordWeakness> weakness = accounts.setPassword(account, password);
        if (weakness.isEmpty()
                && jdbc.sql(USE)
                                .param("hash", Tokens.hash(key))
                                .param("now", Timestamp.from(clock.instant()))
                                .update()
                        == 0) {
            throw new IllegalStateException("the invitation was used in the same moment");
        }
        return weakness;
    }
}
