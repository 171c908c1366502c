package fr.quartdheure.roster;

import fr.quartdheure.database.Sql;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often each agenda was changed; 0 when never. */
@Repository
class AgendaEditions {

    private static final String FIND = """
            select coalesce(max(edition), 0) from roster.edition where subject_id = :subject
            """;
    private static final String BEGIN = """
            insert into roster.edition (subject_id, edition) values (:subject, 0) on conflict do nothing
            """;
    private static final String ADVANCE = """
            update roster.edition set edition = edition + 1 where subject_id = :subject and edition = :seen
            """;
    private static final String BACK = """
            update roster.edition set edition = edition - 1 where subject_id = :subject
            """;
    // In one order, and before anything of the agenda is locked. Two that put somebody into one room wait for each
    // other.
    private static final String LOCK_SITES = """
            select count(pg_advisory_xact_lock(8031, key)) from (
              select distinct hashtext(id) as key from unnest(:sites::text[]) as id order by 1) as keys
            """;

    private final JdbcClient jdbc;

    AgendaEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int of(UUID subjectId) {
        return jdbc.sql(FIND).param("subject", subjectId).query(Integer.class).single();
    }

    /** False when somebody else changed it since it was looked at; whoever comes at the same time waits. */
    boolean advance(UUID subjectId, int seen) {
        jdbc.sql(BEGIN).param("subject", subjectId).update();
        return jdbc.sql(ADVANCE).param("subject", subjectId).param("seen", seen).update() == 1;
    }

    /** Nothing was changed after all. */
    void back(UUID subjectId) {
        jdbc.sql(BACK).param("subject", subjectId).update();
    }

    void lockSites(Collection<UUID> sites) {
        jdbc.sql(LOCK_SITES).param("sites", Sql.uuids(sites)).query(Long.class).single();
    }
}
