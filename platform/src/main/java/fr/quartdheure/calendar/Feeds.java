package fr.quartdheure.calendar;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.calendar.Feed.Detail;
import fr.quartdheure.database.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of feeds, one for each practitioner who wants it. An address is 256 random bits, stored hashed. */
@Repository
public class Feeds {

    private static final int BYTES = 32;

    private static final String MAKE = """
            insert into calendar.feed (practitioner_id, hash, detail, language, made_at)
            values (:practitioner, :hash, :detail, :language, :now)
            on conflict (practitioner_id) do update
            set hash = excluded.hash, language = excluded.language, made_at = excluded.made_at, read_at = null,
              read_by = null
            """;
    private static final String REVOKE = """
            delete from calendar.feed where practitioner_id = :practitioner
            """;
    private static final String TELL = """
            update calendar.feed set detail = :detail where practitioner_id = :practitioner and detail <> :detail
            """;
    private static final String FIND = """
            select * from calendar.feed where practitioner_id = :practitioner
            """;
    private static final String OPEN = """
            update calendar.feed set read_at = :now, read_by = :agent
            where hash = :hash
            returning *
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A new address, in clear for her who asked and nobody else; one that she had is worth nothing from now on.
     *
     * @return what stands between {@code /calendars/} and {@code .ics}
     */
    @Transactional
    public String make(UUID practitionerId, Locale language) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(MAKE)
                .param("practitioner", practitionerId)
                .param("hash", hash(token))
                .param("detail", Detail.BUSY.code())
                .param("language", "en".equals(language.getLanguage()) ? "en" : "fr")
                .param("now", Sql.utc(clock.instant()))
                .update();
        trace("open", practitionerId);
        return token;
    }

    /** False when there was none. */
    @Transactional
    public boolean revoke(UUID practitionerId) {
        boolean revoked = jdbc.sql(REVOKE).param("practitioner", practitionerId).update() == 1;
        if (revoked) {
            trace("revoke", practitionerId);
        }
        return revoked;
    }

    /** How much of each appointment it tells from the next reading on. */
    @Transactional
    public void tell(UUID practitionerId, Detail detail) {
        int changed = jdbc.sql(TELL)
                .param("practitioner", practitionerId)
                .param("detail", detail.code())
                .update();
        if (changed == 1) {
            trace("tell-" + detail.code(), practitionerId);
        }
    }

    public Optional<Feed> find(UUID practitionerId) {
        return jdbc.sql(FIND)
                .param("practitioner", practitionerId)
                .query(Feeds::map)
                .optional();
    }

    /** The feed that an address opens, if it does, noting who read it when. */
    Optional<Feed> open(String token, String agent) {
        return jdbc.sql(OPEN)
                .param("hash", hash(token))
                .param("agent", agent)
                .param("now", Sql.utc(clock.instant()))
                .query(Feeds::map)
                .optional();
    }

    private void trace(String act, UUID practitionerId) {
        events.publishEvent(Trace.of(act, "calendar-feed", practitionerId));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Feed map(ResultSet row, int number) throws SQLException {
        return new Feed(
                row.getObject("practitioner_id", UUID.class),
                Detail.of(row.getString("detail")),
                Locale.of(row.getString("language")),
                Sql.instant(row, "made_at"),
                Sql.instantOrNull(row, "read_at"),
                row.getString("read_by"));
    }
}
