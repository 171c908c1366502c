package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Period;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who and what is busy, for those who look for somebody or something free. */
@Repository
public class BusyTimes {

    private static final String OCCUPIED = """
            select distinct resource_id
            from scheduling.occupied(:resources::text[]::uuid[], tstzrange(:start, :end))
            """;

    private final JdbcClient jdbc;

    BusyTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these practitioners, rooms, devices or patients that something occupies in this period. */
    public Set<UUID> occupied(Collection<UUID> resources, Period period) {
        return Set.copyOf(jdbc.sql(OCCUPIED)
                .param("resources", Sql.uuids(resources))
                .param("start", Sql.utc(period.start()))
                .param("end", Sql.utc(period.end()))
                .query(UUID.class)
                .list());
    }
}
