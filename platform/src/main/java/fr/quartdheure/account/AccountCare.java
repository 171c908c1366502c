package fr.quartdheure.account;

import fr.quartdheure.account.AccountChanged.What;
import fr.quartdheure.audit.Trace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator sees and does about accounts; their owners are told. Who may is asked by the caller. */
@Component
public class AccountCare {

    private static final int SHOWN = 200;
    private static final String SEARCH = """
            select login, email, signed_in_at,
              (select count(*) from account.session s where s.principal_name = a.login) as sessions
            from account.account a
            where strpos(login, lower(:text)) > 0 or strpos(lower(name), lower(:text)) > 0
            order by name, login limit :limit
            """;
    private static final String FIND = """
            select login, email, signed_in_at,
              (select count(*) from account.session s where s.principal_name = a.login) as sessions
            from account.account a where id = :id
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    AccountCare(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
    }

    /**
     * An account as its administrator sees it.
     *
     * @param email where its owner is told of changes, or null
     * @param signedInAt her last sign-in, or null when there was none
     * @param sessions in how many browsers she is signed in now
     */
    public record Cared(
            Account account,
            @Nullable String email,
            @Nullable Instant signedInAt,
            int sessions) {}

    /** By part of the login or of the name, 200 at most; all of them for an empty text. */
    public List<Cared> search(String text) {
        return jdbc.sql(SEARCH)
                .param("text", text.strip())
                .param("limit", SHOWN)
                .query(this::cared)
                .list();
    }

    public Optional<Cared> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(this::cared).optional();
    }

    @Transactional
    public void setDisabled(Account account, boolean disabled) {
        accounts.setDisabled(account.id(), disabled);
        tell(account, disabled ? What.DISABLED : What.ENABLED);
    }

    /** Whoever holds one of them, a thief included, is nobody with the next click. */
    @Transactional
    public void endSessions(Account account) {
        accounts.endSessions(account.id());
        events.publishEvent(Trace.of("end-sessions", "account", account.id()));
        tell(account, What.SESSIONS_ENDED);
    }

    @Transactional
    public void grant(Account account, Grant grant) {
        accounts.grant(account.id(), grant);
        tell(account, What.ROLES);
    }

    @Transactional
    public void revoke(Account account, Grant grant) {
        accounts.revoke(account.id(), grant);
        tell(account, What.ROLES);
    }

    private void tell(Account account, What what) {
        events.publishEvent(new AccountChanged(account.id(), what));
    }

    private Cared cared(ResultSet row, int number) throws SQLException {
        Timestamp at = row.getTimestamp("signed_in_at");
        return new Cared(
                accounts.find(row.getString("login")).orElseThrow(),
                row.getString("email"),
                at == null ? null : at.toInstant(),
                row.getInt("sessions"));
    }
}
