package fr.quartdheure.roster;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of changes that were made, the newest first. */
@Repository
public class RuleChanges {

    private static final String ADD = """
            insert into roster.rule_change (id, subject_id, edition, kind, done, inverse, moved, stayed, changed_by,
              changed_at)
            values (:id, :subject, :edition, :kind, :done::jsonb, :inverse::jsonb, :moved, :stayed, :by, :at)
            """;
    private static final String LIST = """
            select * from roster.rule_change where subject_id = :subject order by edition desc limit 30
            """;
    private static final String LAST = """
            select * from roster.rule_change where subject_id = :subject order by edition desc limit 1
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    RuleChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RuleChange change) {
        jdbc.sql(ADD)
                .param("id", change.id())
                .param("subject", change.subjectId())
                .param("edition", change.edition())
                .param("kind", change.kind())
                .param("done", JSON.writeValueAsString(change.done()))
                .param("inverse", JSON.writeValueAsString(change.inverse()))
                .param("moved", change.moved())
                .param("stayed", change.stayed())
                .param("by", change.by())
                .param("at", Sql.utc(change.at()))
                .update();
    }

    public List<RuleChange> list(Subject subject) {
        return jdbc.sql(LIST)
                .param("subject", subject.id())
                .query(RuleChanges::map)
                .list();
    }

    /** The one that may be undone. */
    public Optional<RuleChange> last(Subject subject) {
        return jdbc.sql(LAST)
                .param("subject", subject.id())
                .query(RuleChanges::map)
                .optional();
    }

    private static RuleChange map(ResultSet row, int number) throws SQLException {
        return new RuleChange(
                row.getObject("id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getInt("edition"),
                row.getString("kind"),
                JSON.readValue(row.getString("done"), AgendaChange.class),
                JSON.readValue(row.getString("inverse"), AgendaChange.class),
                row.getInt("moved"),
                row.getInt("stayed"),
                row.getString("changed_by"),
                Sql.instant(row, "changed_at"));
    }
}
