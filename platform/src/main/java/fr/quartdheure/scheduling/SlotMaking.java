package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Period;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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
              :windowEnds::text[]::timestamptz[], :bookableFrom::text[]::timestamptz[]) as s (start_at, end_at, window_end, bookable_from)
            on conflict (rule_id, start_at) do nothing
            """;
    private static final String WITHDRAW = """
            delete from scheduling.slot
            where rule_id = :rule and start_at >= :from and not (start_at = any (:starts::text[]::timestamptz[]))
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

    int make(AvailabilityRule rule, List<Step> steps, Instant from) {
        String[] starts = column(steps, step -> step.period().start());
        jdbc.sql(WITHDRAW)
                .param("rule", rule.id())
                .param("from", Sql.utc(from))
                .param("starts", starts)
                .update();
        return jdbc.sql(MAKE)
                .param("rule", rule.id())
                .param("practitioner", rule.practitionerId())
                .param("site", rule.siteId())
                .param("room", rule.roomId())
                .param("service", rule.service())
                .param("kind", rule.kind().code())
                .param("mode", rule.mode().code())
                .param("online", rule.online())
                .param("starts", starts)
                .param("ends", column(steps, step -> step.period().end()))
                .param("windowEnds", column(steps, Step::windowEnd))
                .param("bookableFrom", column(steps, Step::bookableFrom))
                .update();
    }

    private static String[] column(List<Step> steps, Function<Step, Instant> value) {
        return Sql.instants(steps.stream().map(value).toList());
    }

    /** One slot to be. */
    record Step(Period period, Instant windowEnd, Instant bookableFrom) {}
}
