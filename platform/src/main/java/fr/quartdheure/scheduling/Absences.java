package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Period;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of practitioners' absences. */
@Repository
public class Absences {

    private static final String ADD = """
            insert into scheduling.absence (practitioner_id, during, reason)
            values (:practitioner, tstzrange(:start, :end), :reason)
            """;
    private static final String PUT = """
            insert into scheduling.absence (id, practitioner_id, during, reason)
            values (:id, :practitioner, tstzrange(:start, :end), :reason) on conflict (id) do nothing
            """;
    private static final String REMOVE = """
            delete from scheduling.absence where id = :id
            """;
    private static final String LIST = """
            select id, practitioner_id, lower(during) as start_at, upper(during) as end_at, reason
            from scheduling.absence
            where practitioner_id = any (:practitioners::text[]::uuid[]) and upper(during) > :after
            order by lower(during), id
            """;
    private static final String LIST_AFTER = """
            select practitioner_id, lower(during) as start_at, upper(during) as end_at
            from scheduling.absence where upper(during) > :after
            """;

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID practitionerId, Period period, String reason) {
        jdbc.sql(ADD)
                .param("practitioner", practitionerId)
                .param("start", Sql.utc(period.start()))
                .param("end", Sql.utc(period.end()))
                .param("reason", reason)
                .update();
    }

    public void put(Absence absence) {
        jdbc.sql(PUT)
                .param("id", absence.id())
                .param("practitioner", absence.practitionerId())
                .param("start", Sql.utc(absence.period().start()))
                .param("end", Sql.utc(absence.period().end()))
                .param("reason", absence.reason())
                .update();
    }

    public void remove(UUID id) {
        jdbc.sql(REMOVE).param("id", id).update();
    }

    /** Those of some practitioners that are not over, by hour. */
    public List<Absence> list(Collection<UUID> practitioners, Instant after) {
        return jdbc.sql(LIST)
                .param("practitioners", Sql.uuids(practitioners))
                .param("after", Sql.utc(after))
                .query((row, number) -> new Absence(
                        row.getObject("id", UUID.class),
                        row.getObject("practitioner_id", UUID.class),
                        new Period(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")),
                        row.getString("reason")))
                .list();
    }

    Map<UUID, List<Period>> listAfter(Instant after) {
        return jdbc
                .sql(LIST_AFTER)
                .param("after", Sql.utc(after))
                .query((row, number) -> Map.entry(
                        row.getObject("practitioner_id", UUID.class),
                        new Period(Sql.instant(row, "start_at"), Sql.instant(row, "end_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
