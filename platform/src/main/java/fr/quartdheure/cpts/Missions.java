package fr.quartdheure.cpts;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of missions. */
@Repository
public class Missions {

    private static final String LIST = """
            select * from cpts.mission where cpts_id = :cpts order by added_at, id
            """;
    private static final String FIND = """
            select * from cpts.mission where id = :id
            """;
    private static final String PUT = """
            insert into cpts.mission (id, cpts_id, kind, title, owner, starts, ends, state, note, added_at)
            values (:id, :cpts, :kind, :title, :owner, :starts::date, :ends::date, :state, :note, :now)
            on conflict (id) do update set kind = excluded.kind, title = excluded.title, owner = excluded.owner,
              starts = excluded.starts, ends = excluded.ends, state = excluded.state, note = excluded.note
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Missions(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    public List<Mission> list(UUID cptsId) {
        return jdbc.sql(LIST).param("cpts", cptsId).query(Missions::map).list();
    }

    public Optional<Mission> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Missions::map).optional();
    }

    /** Adds a mission, or changes it. */
    @Transactional
    public void put(Mission one) {
        jdbc.sql(PUT)
                .param("id", one.id())
                .param("cpts", one.cptsId())
                .param("kind", one.kind())
                .param("title", one.title())
                .param("owner", one.owner())
                .param("starts", one.starts())
                .param("ends", one.ends())
                .param("state", one.state())
                .param("note", one.note())
                .param("now", Sql.utc(clock.instant()))
                .update();
        events.publishEvent(Trace.of("cpts-mission", "organization", one.cptsId()));
    }

    private static Mission map(ResultSet row, int number) throws SQLException {
        return new Mission(
                row.getObject("id", UUID.class),
                row.getObject("cpts_id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getString("owner"),
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getString("state"),
                row.getString("note"));
    }
}
