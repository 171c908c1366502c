package fr.quartdheure.planning;

import fr.quartdheure.database.Sql;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of scenarios. Thread-safe. */
@Repository
public class Scenarios {

    private static final String LIST = """
            select id, token, name, area, changes, created_at from planning.scenario
            where removed_at is null order by created_at desc, id
            """;
    private static final String BY_IDS = """
            select s.id, s.token, s.name, s.area, s.changes, s.created_at
            from unnest(:ids::text[]::uuid[]) with ordinality as asked (id, place)
            join planning.scenario s on s.id = asked.id where s.removed_at is null order by asked.place
            """;
    private static final String BY_TOKEN = """
            select id, token, name, area, changes, created_at from planning.scenario
            where token = :token and removed_at is null
            """;
    private static final String ADD = """
            insert into planning.scenario (token, name, area, changes, created_at, created_by)
            values (:token, :name, :area, :changes::jsonb, :now, :by::uuid)
            returning id, token, name, area, changes, created_at
            """;
    private static final String REMOVE = """
            update planning.scenario set removed_at = :now::timestamptz where id = :id and removed_at is null
            """;
    private static final String RESTORE = """
            update planning.scenario set removed_at = null where id = :id and removed_at is not null
            """;
    private static final String FORGET = """
            delete from planning.scenario where removed_at < :now::timestamptz - interval '30 days'
            """;
    private static final int TOKEN_BYTES = 18;

    private final JdbcClient jdbc;
    private final ChangesJson json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Scenarios(JdbcClient jdbc, ChangesJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** All, the latest first. */
    public List<Scenario> list() {
        return jdbc.sql(LIST).query(this::scenario).list();
    }

    /** In the order of the ids; those that are gone are left out. */
    public List<Scenario> listByIds(Collection<UUID> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", Sql.uuids(ids))
                .query(this::scenario)
                .list();
    }

    public Optional<Scenario> findByToken(String token) {
        return jdbc.sql(BY_TOKEN).param("token", token).query(this::scenario).optional();
    }

    /** @param by account of whoever keeps it */
    public Scenario add(String name, String area, List<Change> changes, @Nullable UUID by) {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return jdbc.sql(ADD)
                .param("token", Base64.getUrlEncoder().withoutPadding().encodeToString(token))
                .param("name", name)
                .param("area", area)
                .param("changes", json.write(changes))
                .param("now", Sql.utc(clock.instant()))
                .param("by", by)
                .query(this::scenario)
                .single();
    }

    /** Takes it away for everybody, its link included; {@link #restore} brings it back within thirty days. */
    public boolean remove(UUID id) {
        var now = Sql.utc(clock.instant());
        jdbc.sql(FORGET).param("now", now).update();
        return jdbc.sql(REMOVE).param("id", id).param("now", now).update() > 0;
    }

    /** Whether it had been removed. */
    public boolean restore(UUID id) {
        return jdbc.sql(RESTORE).param("id", id).update() > 0;
    }

    private Scenario scenario(ResultSet row, int number) throws SQLException {
        return new Scenario(
                row.getObject("id", UUID.class),
                row.getString("token"),
                row.getString("name"),
                row.getString("area"),
                json.read(row.getString("changes")),
                Sql.instant(row, "created_at"));
    }
}
