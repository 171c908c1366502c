package fr.quartdheure.cpts;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of invitations and memberships, and of who coordinates a community. */
@Repository
public class Memberships {

    private static final String LIST = """
            select * from cpts.membership where cpts_id = :cpts order by invited_at, id
            """;
    private static final String LIST_OF_SITES = """
            select * from cpts.membership
            where site_id = any (:sites::text[]::uuid[]) and state in ('invited', 'member') order by invited_at, id
            """;
    private static final String FIND = """
            select * from cpts.membership where id = :id for update
            """;
    private static final String INVITE = """
            insert into cpts.membership (id, cpts_id, site_id, state, invited_at)
            values (:id, :cpts, :site, 'invited', :now)
            on conflict (cpts_id, site_id) where state in ('invited', 'member') do nothing
            """;
    private static final String ANSWER = """
            update cpts.membership set state = :state, answered_at = :now
            where id = :id and state = 'invited'
            """;
    private static final String END = """
            update cpts.membership set state = :state, ended_at = :now
            where id = :id and state in ('invited', 'member')
            """;
    private static final String COORDINATE = """
            insert into cpts.coordinator (cpts_id, account_id) values (:cpts, :account) on conflict do nothing
            """;
    private static final String LIST_COORDINATED = """
            select cpts_id from cpts.coordinator where account_id = :account order by cpts_id
            """;

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every invitation of a community, the oldest first. */
    public List<Membership> list(UUID cptsId) {
        return jdbc.sql(LIST).param("cpts", cptsId).query(Memberships::map).list();
    }

    /** The invitations and memberships of these sites that are alive. */
    public List<Membership> listOfSites(Collection<UUID> siteIds) {
        return jdbc.sql(LIST_OF_SITES)
                .param("sites", Sql.uuids(siteIds))
                .query(Memberships::map)
                .list();
    }

    /** The communities that an account coordinates. */
    public List<UUID> listCoordinated(UUID accountId) {
        return jdbc.sql(LIST_COORDINATED)
                .param("account", accountId)
                .query(UUID.class)
                .list();
    }

    Optional<Membership> lock(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Memberships::map).optional();
    }

    boolean invite(UUID id, UUID cptsId, UUID siteId, Instant now) {
        return jdbc.sql(INVITE)
                        .param("id", id)
                        .param("cpts", cptsId)
                        .param("site", siteId)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    boolean answer(UUID id, String state, Instant now) {
        return jdbc.sql(ANSWER)
                        .param("id", id)
                        .param("state", state)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    boolean end(UUID id, String state, Instant now) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("state", state)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    void coordinate(UUID cptsId, UUID accountId) {
        jdbc.sql(COORDINATE).param("cpts", cptsId).param("account", accountId).update();
    }

    private static Membership map(ResultSet row, int number) throws SQLException {
        return new Membership(
                row.getObject("id", UUID.class),
                row.getObject("cpts_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getString("state"),
                Sql.instant(row, "invited_at"),
                Sql.instantOrNull(row, "answered_at"),
                Sql.instantOrNull(row, "ended_at"));
    }
}
