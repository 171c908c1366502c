package fr.quartdheure.visit;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of stops. What has begun is never written over by a plan. */
@Repository
public class Stops {

    // Where it stood is kept only when it really changes: a minute of rounding is no news to anybody.
    private static final String PUT = """
            insert into visit.stop (id, round_id, request_id, position, way_minutes, arrival_at, start_at, end_at,
              changed_in)
            select gen_random_uuid(), n.round, n.request, n.position, n.way, n.arrival, n.start_at, n.end_at, :version
            from unnest(:rounds::text[]::uuid[], :requests::text[]::uuid[], :positions::int[], :ways::float8[],
              :arrivals::text[]::timestamptz[], :starts::text[]::timestamptz[], :ends::text[]::timestamptz[])
              as n (round, request, position, way, arrival, start_at, end_at)
            on conflict (request_id) do update
            set round_id = excluded.round_id, position = excluded.position, way_minutes = excluded.way_minutes,
              arrival_at = excluded.arrival_at, start_at = excluded.start_at, end_at = excluded.end_at,
              before_round_id = case when excluded.changed_in > 0 and (stop.round_id <> excluded.round_id
                  or abs(extract(epoch from stop.start_at - excluded.start_at)) >= 60)
                then stop.round_id else stop.before_round_id end,
              before_start_at = case when excluded.changed_in > 0 and (stop.round_id <> excluded.round_id
                  or abs(extract(epoch from stop.start_at - excluded.start_at)) >= 60)
                then stop.start_at else stop.before_start_at end,
              changed_in = case when excluded.changed_in > 0 and (stop.round_id <> excluded.round_id
                  or abs(extract(epoch from stop.start_at - excluded.start_at)) >= 60)
                then excluded.changed_in else stop.changed_in end
            where stop.state = 'planned'
            """;
    private static final String TAKE_OUT = """
            delete from visit.stop where request_id = any (:requests::text[]::uuid[]) and state = 'planned'
            """;
    private static final String STEP = """
            update visit.stop set state = :to, reason = :reason::text,
              left_at = case when :to::text = 'planned' then null else coalesce(left_at, :now::timestamptz) end,
              arrived_at = case when :to::text in ('planned', 'left') then null
                when :to::text = 'arrived' then coalesce(arrived_at, :now::timestamptz) else arrived_at end,
              ended_at = case when :to::text in ('done', 'not-done') then :now::timestamptz end
            where id = :id and state = :was
            """;
    private static final String OF_ROUNDS = """
            select * from visit.stop where round_id = any (:rounds::text[]::uuid[]) order by round_id, position
            """;
    private static final String BY_ID = """
            select * from visit.stop where id = :id
            """;
    private static final String OF_REQUEST = """
            select * from visit.stop where request_id = :request
            """;

    private final JdbcClient jdbc;

    Stops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes planned stops, new or moved. Their places in the round are checked when the act ends.
     *
     * @param version of the day in which they change; 0 where only the hours follow the clock, which is no change
     */
    void put(List<Stop> planned, int version) {
        jdbc.sql(PUT)
                .param("rounds", Sql.uuids(planned.stream().map(Stop::roundId).toList()))
                .param(
                        "requests",
                        Sql.uuids(planned.stream().map(Stop::requestId).toList()))
                .param("positions", planned.stream().map(Stop::position).toArray(Integer[]::new))
                .param("ways", planned.stream().map(Stop::wayMinutes).toArray(Double[]::new))
                .param("arrivals", instants(planned, Stop::arrival))
                .param("starts", instants(planned, Stop::start))
                .param("ends", instants(planned, Stop::end))
                .param("version", version)
                .update();
    }

    private static String[] instants(List<Stop> stops, Function<Stop, Instant> which) {
        return Sql.instants(stops.stream().map(which).toList());
    }

    void takeOut(Collection<UUID> requests) {
        jdbc.sql(TAKE_OUT).param("requests", Sql.uuids(requests)).update();
    }

    /** False when it is no longer as it was. */
    boolean step(UUID id, StopState was, StopState to, @Nullable String reason, Instant now) {
        return jdbc.sql(STEP)
                        .param("id", id)
                        .param("was", was.code())
                        .param("to", to.code())
                        .param("reason", reason)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    List<Stop> listOf(Collection<UUID> rounds) {
        return jdbc.sql(OF_ROUNDS)
                .param("rounds", Sql.uuids(rounds))
                .query(Stops::map)
                .list();
    }

    public Optional<Stop> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(Stops::map).optional();
    }

    public Optional<Stop> findOf(UUID requestId) {
        return jdbc.sql(OF_REQUEST)
                .param("request", requestId)
                .query(Stops::map)
                .optional();
    }

    private static Stop map(ResultSet row, int number) throws SQLException {
        return new Stop(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getInt("position"),
                row.getDouble("way_minutes"),
                Sql.instant(row, "arrival_at"),
                Sql.instant(row, "start_at"),
                Sql.instant(row, "end_at"),
                StopState.find(row.getString("state")).orElseThrow(),
                row.getString("reason"),
                Sql.instantOrNull(row, "left_at"),
                Sql.instantOrNull(row, "arrived_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getObject("before_round_id", UUID.class),
                Sql.instantOrNull(row, "before_start_at"),
                row.getInt("changed_in"));
    }
}
