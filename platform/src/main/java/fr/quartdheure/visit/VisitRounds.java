package fr.quartdheure.visit;

import fr.quartdheure.database.Sql;
import fr.quartdheure.visit.VisitRound.Pause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of rounds, with their stops. */
@Repository
public class VisitRounds {

    private static final String ADD = """
            insert into visit.round (id, organization_id, practitioner_id, site_id, day, starts, ends,
              lunch_from, lunch_until, lunch_minutes)
            values (:id, :organization, :practitioner, :site, :day, :starts, :ends, :from, :until, :minutes)
            on conflict (practitioner_id, day) do nothing
            """;
    private static final String REMOVE = """
            delete from visit.round where id = :id
            """;
    private static final String SET_HOURS = """
            update visit.round set leaves_at = :leaves::timestamptz, back_at = :back::timestamptz,
              lunch_at = :lunch::timestamptz
            where id = :id
            """;
    private static final String OF_DAY = """
            select * from visit.round where organization_id = :organization and day = :day order by starts, id
            """;
    private static final String BY_ID = """
            select * from visit.round where id = :id
            """;
    private static final String OF_PRACTITIONER = """
            select * from visit.round where practitioner_id = :practitioner and day = :day
            """;

    private final JdbcClient jdbc;
    private final Stops stops;

    VisitRounds(JdbcClient jdbc, Stops stops) {
        this.jdbc = jdbc;
        this.stops = stops;
    }

    /** False when she goes on a round that day already. */
    boolean add(VisitRound round) {
        Pause lunch = round.lunch();
        return jdbc.sql(ADD)
                        .param("id", round.id())
                        .param("organization", round.organizationId())
                        .param("practitioner", round.practitionerId())
                        .param("site", round.siteId())
                        .param("day", round.day())
                        .param("starts", round.starts())
                        .param("ends", round.ends())
                        .param("from", lunch == null ? null : lunch.from())
                        .param("until", lunch == null ? null : lunch.until())
                        .param("minutes", lunch == null ? null : lunch.minutes())
                        .update()
                == 1;
    }

    void remove(UUID id) {
        jdbc.sql(REMOVE).param("id", id).update();
    }

    void setHours(UUID id, @Nullable Instant leaves, @Nullable Instant back, @Nullable Instant lunch) {
        jdbc.sql(SET_HOURS)
                .param("id", id)
                .param("leaves", leaves == null ? null : Sql.utc(leaves))
                .param("back", back == null ? null : Sql.utc(back))
                .param("lunch", lunch == null ? null : Sql.utc(lunch))
                .update();
    }

    public List<VisitRound> listOfDay(UUID organizationId, LocalDate day) {
        return complete(jdbc.sql(OF_DAY)
                .param("organization", organizationId)
                .param("day", day)
                .query(VisitRounds::map)
                .list());
    }

    public Optional<VisitRound> find(UUID id) {
        return first(jdbc.sql(BY_ID).param("id", id));
    }

    public Optional<VisitRound> findOf(UUID practitionerId, LocalDate day) {
        return first(
                jdbc.sql(OF_PRACTITIONER).param("practitioner", practitionerId).param("day", day));
    }

    private Optional<VisitRound> first(JdbcClient.StatementSpec asked) {
        return complete(asked.query(VisitRounds::map).list()).stream().findFirst();
    }

    private List<VisitRound> complete(List<VisitRound> rounds) {
        Map<UUID, List<Stop>> all = stops
                .listOf(rounds.stream().map(VisitRound::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Stop::roundId));
        return rounds.stream()
                .map(round -> round.with(all.getOrDefault(round.id(), List.of())))
                .toList();
    }

    private static VisitRound map(ResultSet row, int number) throws SQLException {
        LocalTime from = row.getObject("lunch_from", LocalTime.class);
        return new VisitRound(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                from == null
                        ? null
                        : new Pause(from, row.getObject("lunch_until", LocalTime.class), row.getInt("lunch_minutes")),
                Sql.instantOrNull(row, "leaves_at"),
                Sql.instantOrNull(row, "back_at"),
                Sql.instantOrNull(row, "lunch_at"),
                List.of());
    }
}
