package fr.quartdheure.upkeep;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The register of cleaning and sterilisation: it only grows. */
@Repository
public class Register {

    private static final String ADD = """
            insert into upkeep.entry (id, site_id, room_id, place, kind, done_at, load_number, programme, temperature,
              pressure, plateau, result, note, corrects, why, entered_by, entered_at)
            values (:id, :site, :room::uuid, :place, :kind, :done, :load::text, :programme::text, :temperature::text,
              :pressure::text, :plateau::text, :result, :note::text, :corrects::uuid, :why::text, :by, :at)
            on conflict (corrects) do nothing
            """;
    private static final String FIND = """
            select * from upkeep.entry where id = :id
            """;
    private static final String LIST = """
            select * from upkeep.entry where site_id = :site and done_at >= :from and done_at < :to
            order by done_at, entered_at, id
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Register(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** False when the entry that it corrects was corrected before: that correction is to be corrected then. */
    @Transactional
    public boolean add(Entry entry) {
        boolean kept = jdbc.sql(ADD)
                        .param("id", entry.id())
                        .param("site", entry.siteId())
                        .param("room", entry.roomId())
                        .param("place", entry.place())
                        .param("kind", entry.kind().code())
                        .param("done", Sql.utc(entry.doneAt()))
                        .param("load", entry.load())
                        .param("programme", entry.programme())
                        .param("temperature", entry.temperature())
                        .param("pressure", entry.pressure())
                        .param("plateau", entry.plateau())
                        .param("result", entry.result().code())
                        .param("note", entry.note())
                        .param("corrects", entry.corrects())
                        .param("why", entry.why())
                        .param("by", entry.by())
                        .param("at", Sql.utc(entry.at()))
                        .update()
                == 1;
        if (kept) {
            events.publishEvent(Trace.of(entry.corrects() == null ? "register" : "correct", "upkeep", entry.id()));
        }
        return kept;
    }

    public Optional<Entry> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Register::map).optional();
    }

    /** All that was done in a stretch of time, what was corrected and its corrections too, by hour. */
    public List<Entry> list(UUID siteId, Instant from, Instant to) {
        return jdbc.sql(LIST)
                .param("site", siteId)
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(Register::map)
                .list();
    }

    private static Entry map(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("room_id", UUID.class),
                row.getString("place"),
                Entry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Sql.instant(row, "done_at"),
                row.getString("load_number"),
                row.getString("programme"),
                row.getString("temperature"),
                row.getString("pressure"),
                row.getString("plateau"),
                Entry.Result.valueOf(row.getString("result").toUpperCase(Locale.ROOT)),
                row.getString("note"),
                row.getObject("corrects", UUID.class),
                row.getString("why"),
                row.getString("entered_by"),
                Sql.instant(row, "entered_at"));
    }
}
