package fr.quartdheure.sas;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of regulators. */
@Repository
class Regulators {

    private static final String ADD = """
            insert into sas.regulator (kind, number, active, family_name, given_name, email, created_at, changed_at)
            values (:kind, :number, :active, :familyName, :givenName, :email, :now, :now)
            on conflict do nothing
            returning id
            """;
    private static final String CHANGE = """
            update sas.regulator
            set kind = :kind, number = :number, active = :active, family_name = :familyName, given_name = :givenName,
              email = :email, changed_at = :now
            where id = :id
            """;
    // Whoever is one now, before whoever was one last.
    private static final String FIND = """
            select id from sas.regulator where kind = :kind and number = :number
            order by active desc, changed_at desc limit 1
            """;
    private static final String FIND_ACTIVE_BY_EMAIL = """
            select kind, number, active, family_name, given_name, email from sas.regulator
            where active and lower(email) = lower(:email) order by changed_at desc limit 1
            """;

    private static final String EMAIL = """
            select email from sas.regulator where id = :id
            """;

    private final JdbcClient jdbc;
    private final RegulatorAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Regulators(JdbcClient jdbc, RegulatorAccess access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** @return the new one's id, or empty when somebody has this number */
    @Transactional
    public Optional<UUID> add(Regulator regulator) {
        var added = jdbc.sql(ADD).params(columns(regulator)).query(UUID.class).optional();
        added.ifPresent(id -> {
            trace("create", id);
            follow(regulator.email());
        });
        return added;
    }

    /**
     * Makes the one who has a number what the platform says; unknown, she is added. Told again after her number
     * changed, she is the one with the new number.
     */
    @Transactional
    public Saved save(Regulator.Number asked, Regulator regulator) {
        UUID known = find(asked).or(() -> find(regulator.number())).orElse(null);
        if (known == null) {
            return add(regulator).<Saved>map(id -> new Saved.Done(id, true)).orElseGet(Saved.NumberTaken::new);
        }
        return change(known, regulator) ? new Saved.Done(known, false) : new Saved.NumberTaken();
    }

    /** The regulator who may book and has this address. */
    Optional<Regulator> findActiveByEmail(String email) {
        return jdbc.sql(FIND_ACTIVE_BY_EMAIL)
                .param("email", email)
                .query(Regulators::regulator)
                .optional();
    }

    private boolean change(UUID id, Regulator regulator) {
        String before = jdbc.sql(EMAIL).param("id", id).query(String.class).single();
        try {
            jdbc.sql(CHANGE).params(columns(regulator)).param("id", id).update();
        } catch (DuplicateKeyException e) {
            return false;
        }
        trace(regulator.active() ? "change" : "disable", id);
        follow(before);
        follow(regulator.email());
        return true;
    }

    private void follow(String email) {
        access.follow(email, findActiveByEmail(email).isPresent());
    }

    private Optional<UUID> find(Regulator.Number number) {
        return jdbc.sql(FIND)
                .param("kind", number.kind().code())
                .param("number", number.value())
                .query(UUID.class)
                .optional();
    }

    private Map<String, @Nullable Object> columns(Regulator regulator) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("kind", regulator.number().kind().code());
        columns.put("number", regulator.number().value());
        columns.put("active", regulator.active());
        columns.put("familyName", regulator.familyName());
        columns.put("givenName", regulator.givenName());
        columns.put("email", regulator.email());
        columns.put("now", Sql.utc(clock.instant()));
        return columns;
    }

    private void trace(String act, UUID id) {
        events.publishEvent(Trace.of(act, "regulator", id));
    }

    private static Regulator regulator(ResultSet row, int number) throws SQLException {
        return new Regulator(
                new Regulator.Number(Regulator.Kind.of(row.getString("kind")), row.getString("number")),
                row.getBoolean("active"),
                row.getString("family_name"),
                row.getString("given_name"),
                row.getString("email"));
    }

    /** What came of it. */
    sealed interface Saved {
        record Done(UUID id, boolean added) implements Saved {}

        /** Somebody else has the number now. */
        record NumberTaken() implements Saved {}
    }
}
