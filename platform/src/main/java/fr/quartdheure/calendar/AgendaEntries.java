package fr.quartdheure.calendar;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a feed tells: the past 30 days and the coming 90; what was cancelled, until two days after its hour. */
@Repository
class AgendaEntries {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(90);
    private static final Duration CANCELLED = Duration.ofDays(2);

    private static final String LIST = """
            select distinct on (start_at, id) * from scheduling.published_entry
            where practitioner_id = :practitioner and start_at >= :from and start_at < :to
              and (not cancelled or start_at >= :cancelled)
            order by start_at, id, cancelled
            """;

    private final JdbcClient jdbc;

    AgendaEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AgendaEntry> list(UUID practitionerId, Instant now) {
        return jdbc.sql(LIST)
                .param("practitioner", practitionerId)
                .param("from", Sql.utc(now.minus(BACK)))
                .param("to", Sql.utc(now.plus(AHEAD)))
                .param("cancelled", Sql.utc(now.minus(CANCELLED)))
                .query(AgendaEntries::map)
                .list();
    }

    private static AgendaEntry map(ResultSet row, int number) throws SQLException {
        return new AgendaEntry(
                row.getObject("id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getString("service_code"),
                row.getString("reason_code"),
                Sql.instant(row, "start_at"),
                Sql.instant(row, "end_at"),
                row.getBoolean("cancelled"),
                row.getInt("sequence"),
                row.getObject("patient_id", UUID.class),
                Sql.instant(row, "changed_at"));
    }
}
