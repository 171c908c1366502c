package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the slots of a rule: makes those that are missing, withdraws those it no longer gives. */
@Repository
class SlotMaking {

    private static final long HORIZON_LOCK = 0x5155_4152_5400_0001L;

    // Ids are random and stable: a slot made once keeps its id as long as its rule gives it.
    private static final String MAKE = """
            insert into scheduling.slot (rule_id, practitioner_id, site_id, room_id, service_code, kind, mode,
              start_at, end_at, window_end, bookable_from, online)
            select :rule, :practitioner, :site, :room, :service, :kind, :mode, s.start_at, s.end_at, s.window_end,
              s.bookable_from, :online
            from unnest(:starts::text[]::timestamptz[], :ends::text[]::timestamptz[],
              :windowEnds::text[]::timestamptz[], :bookableFrom::text[]::timestamptz[])
              as s (start_at, end_at, window_end, bookable_from)
            on conflict (rule_id, start_at) do nothing
            """;
    // One that changed in anything but its start goes too, and is made again: the database judges new slots only.
    private static final String WITHDRAW = """
            delete from scheduling.slot old
            where rule_id = :rule and start_at >= :from and not exists (
              select from unnest(:starts::text[]::timestamptz[], :ends::text[]::timestamptz[],
                :windowEnds::text[]::timestamptz[], :bookableFrom::text[]::timestamptz[])
                as s (start_at, end_at, window_end, bookable_from)
              where s.start_at = old.start_at and s.end_at = old.end_at and s.window_end = old.window_end
                and s.bookable_from = old.bookable_from and old.room_id is not distinct from :room::uuid
                and old.service_code = :service and old.kind = :kind and old.mode = :mode and old.online = :online)
            """;
    private static final String LAST_DAYS = """
            select asked.id, last.day
            from unnest(:practitioners::text[]::uuid[]) as asked (id)
            cross join lateral (
              select (a.start_at at time zone 'Europe/Paris')::date as day from scheduling.appointment a
              where a.practitioner_id = asked.id and a.start_at >= :from
                and a.status not in ('held', 'expired', 'cancelled')
              order by a.start_at desc limit 1) last
            """;
    private static final String LOCK = """
            select pg_try_advisory_xact_lock(:lock)
            """;

    private final JdbcClient jdbc;

    SlotMaking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this node is the one that keeps the horizon now. */
    boolean isMine() {
        return jdbc.sql(LOCK).param("lock", HORIZON_LOCK).query(Boolean.class).single();
    }

    /** The last day on which somebody is booked, for those who have one after the horizon. */
    Map<UUID, LocalDate> lastDays(Collection<UUID> practitioners, LocalDate horizon) {
        return jdbc
                .sql(LAST_DAYS)
                .param("practitioners", Sql.uuids(practitioners))
                .param("from", Sql.utc(Paris.startOf(horizon.plusDays(1))))
                .query((row, number) ->
                        Map.entry(row.getObject("id", UUID.class), row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    int make(AvailabilityRule rule, List<Step> steps, Instant from) {
        write(WITHDRAW, rule, steps).param("from", Sql.utc(from)).update();
        return write(MAKE, rule, steps)
                .param("practitioner", rule.practitionerId())
                .param("site", rule.siteId())
                .update();
    }

    private JdbcClient.StatementSpec write(String sql, AvailabilityRule rule, List<Step> steps) {
        return jdbc.sql(sql)
                .param("rule", rule.id())
                .param("room", rule.roomId())
                .param("service", rule.service())
                .param("kind", rule.kind().code())
                .param("mode", rule.mode().code())
                .param("online", rule.online())
                .param("starts", column(steps, step -> step.period().start()))
                .param("ends", column(steps, step -> step.period().end()))
                .param("windowEnds", column(steps, Step::windowEnd))
                .param("bookableFrom", column(steps, Step::bookableFrom));
    }

    private static String[] column(List<Step> steps, Function<Step, Instant> value) {
        return Sql.instants(steps.stream().map(value).toList());
    }

    /** One slot to be. */
    record Step(Period period, Instant windowEnd, Instant bookableFrom) {}
}
