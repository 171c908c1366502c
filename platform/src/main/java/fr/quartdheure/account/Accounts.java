package fr.quartdheure.account;

import fr.quartdheure.account.AccountCreation.Created;
import fr.quartdheure.account.AccountCreation.LoginMalformed;
import fr.quartdheure.account.AccountCreation.LoginTaken;
import fr.quartdheure.account.AccountCreation.PasswordRefused;
import fr.quartdheure.audit.Trace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of accounts and of the roles given to them. */
@Component
public class Accounts {

    /** The one password of every account of a demonstration, shown on its login page. */
    public static final String DEMONSTRATION_PASSWORD = "quinze-minutes-a-pied";

    private static final String CREATE = """
            insert into account.account (login, name, password_hash, practitioner_id)
            values (:login, :name, :hash, :practitioner)
            on conflict (login) do nothing
            returning id
            """;
    private static final String GRANT = """
            insert into account.role_grant (account_id, role, organization_id, site_id)
            values (:account, :role, :organization, :site)
            on conflict do nothing
            """;
    private static final String REVOKE = """
            delete from account.role_grant
            where account_id = :account and role = :role
              and organization_id is not distinct from :organization and site_id is not distinct from :site
            """;
    private static final String FIND = """
            select id, login, name, practitioner_id, disabled from account.account where login = :login
            """;
    private static final String LIST = """
            select id, login, name, practitioner_id, disabled from account.account order by login
            """;
    /** The first three of each role. */
    private static final String LIST_FOR_DEMONSTRATION = """
            select id, login, name, practitioner_id, disabled from (
              select a.*, min(g.role) as role,
                row_number() over (partition by min(g.role) order by a.created_at, a.login) as n
              from account.account a join account.role_grant g on g.account_id = a.id
              where not a.disabled group by a.id) as numbered
            where n <= 3 order by role, n
            """;

    private static final String GRANTS = """
            select role, organization_id, site_id from account.role_grant
            where account_id = :account order by role, organization_id, site_id
            """;
    private static final String HASH = """
            select password_hash from account.account where login = :login and not disabled
            """;
    private static final String MAY_SIGN_IN = """
            select exists (select from account.account where practitioner_id = :practitioner and not disabled)
            """;
    private static final String SET_PASSWORD = """
            update account.account set password_hash = :hash where id = :account
            """;
    private static final String SET_DISABLED = """
            update account.account set disabled = :disabled where id = :account
            """;
    private static final String SIGNED_IN = """
            update account.account set signed_in_at = :at where id = :account
            """;
    private static final String SET_EMAIL = """
            update account.account set email = cast(:email as text) where id = :account
            """;
    private static final String EMAIL = """
            select email from account.account where id = :account and email is not null
            """;
    private static final String END_SESSIONS = """
            delete from account.session
            where principal_name = (select login from account.account where id = :account)
            """;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");

    private final JdbcClient jdbc;
    private final Passwords passwords;

    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, Passwords passwords, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.events = events;
    }

    @Transactional
    public AccountCreation create(
            String login, String name, String password, @Nullable UUID practitionerId, List<Grant> grants) {
        Optional<PasswordWeakness> weakness = passwords.weakness(login, password);
        if (weakness.isPresent()) {
            return new PasswordRefused(weakness.get());
        }
        return createWithHash(login, name, passwords.hash(password), practitionerId, grants);
    }

    /** @param passwordHash as {@link Passwords#hash} gave it: one hash may serve many accounts of a demonstration */
    @Transactional
    public AccountCreation createWithHash(
            String login, String name, String passwordHash, @Nullable UUID practitionerId, List<Grant> grants) {
        String key = key(login);
        if (!LOGIN.matcher(key).matches()) {
            return new LoginMalformed(login);
        }
        Optional<UUID> id = jdbc.sql(CREATE)
                .param("login", key)
                .param("name", name)
                .param("hash", passwordHash)
                .param("practitioner", practitionerId)
                .query(UUID.class)
                .optional();
        id.ifPresent(account -> {
            grants.forEach(grant -> insert(account, grant));
            trace("create", account);
        });
        return id.<AccountCreation>map(Created::new).orElseGet(() -> new LoginTaken(key));
    }

    public Optional<Account> find(String login) {
        return jdbc.sql(FIND).param("login", key(login)).query(this::account).optional();
    }

    public List<Account> list() {
        return jdbc.sql(LIST).query(this::account).list();
    }

    /** A few accounts of each role, to be tried in a demonstration; never to be shown elsewhere. */
    public List<Account> listForDemonstration() {
        return jdbc.sql(LIST_FOR_DEMONSTRATION).query(this::account).list();
    }

    /** What somebody may do is kept in her session: she signs in again after a change. */
    @Transactional
    public void grant(UUID accountId, Grant grant) {
        insert(accountId, grant);
        endSessions(accountId);
        trace("grant", accountId);
    }

    @Transactional
    public void revoke(UUID accountId, Grant grant) {
        grantStatement(REVOKE, accountId, grant).update();
        endSessions(accountId);
        trace("revoke", accountId);
    }

    /** @return why the password is refused, or empty when it is set */
    @Transactional
    public Optional<PasswordWeakness> setPassword(Account account, String password) {
        Optional<PasswordWeakness> weakness = passwords.weakness(account.login(), password);
        if (weakness.isEmpty()) {
            String hash = passwords.hash(password);
            jdbc.sql(SET_PASSWORD)
                    .param("hash", hash)
                    .param("account", account.id())
                    .update();
            endSessions(account.id());
            trace("set-password", account.id());
        }
        return weakness;
    }

    @Transactional
    public void setDisabled(UUID accountId, boolean disabled) {
        jdbc.sql(SET_DISABLED)
                .param("disabled", disabled)
                .param("account", accountId)
                .update();
        endSessions(accountId);
        trace(disabled ? "disable" : "enable", accountId);
    }

    /** Whether a practitioner has an account that is not disabled. */
    public boolean maySignIn(UUID practitionerId) {
        return jdbc.sql(MAY_SIGN_IN)
                .param("practitioner", practitionerId)
                .query(Boolean.class)
                .single();
    }

    /** @param email where she is told what was changed in her account, or null for nowhere */
    public void setEmail(UUID accountId, @Nullable Contact email) {
        jdbc.sql(SET_EMAIL)
                .param("email", email == null ? null : email.value())
                .param("account", accountId)
                .update();
    }

    public Optional<String> findEmail(UUID accountId) {
        return jdbc.sql(EMAIL).param("account", accountId).query(String.class).optional();
    }

    void signedIn(UUID accountId, Instant at) {
        jdbc.sql(SIGNED_IN)
                .param("at", Timestamp.from(at))
                .param("account", accountId)
                .update();
    }

    Optional<String> findPasswordHash(String login) {
        return jdbc.sql(HASH).param("login", key(login)).query(String.class).optional();
    }

    private static String key(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private void insert(UUID account, Grant grant) {
        grantStatement(GRANT, account, grant).update();
    }

    private JdbcClient.StatementSpec grantStatement(String sql, UUID account, Grant grant) {
        return jdbc.sql(sql)
                .param("account", account)
                .param("role", grant.role().code())
                .param("organization", grant.organizationId(), Types.OTHER)
                .param("site", grant.siteId(), Types.OTHER);
    }

    private void trace(String act, UUID account) {
        events.publishEvent(Trace.of(act, "account", account));
    }

    /** All of them, at once: whoever holds a stolen session is nobody with her next click. */
    void endSessions(UUID account) {
        jdbc.sql(END_SESSIONS).param("account", account).update();
    }

    private Account account(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Account(
                id,
                row.getString("login"),
                row.getString("name"),
                row.getObject("practitioner_id", UUID.class),
                row.getBoolean("disabled"),
                jdbc.sql(GRANTS).param("account", id).query(Accounts::grant).list());
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(
                Role.of(row.getString("role")),
                row.getObject("organization_id", UUID.class),
                row.getObject("site_id", UUID.class));
    }
}
