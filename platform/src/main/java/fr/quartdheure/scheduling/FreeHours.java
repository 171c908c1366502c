package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Free hours to come that somebody could move to, the nearest to the hour she has first. Thread-safe. */
@Repository
public class FreeHours {

    // Some before and some after from the index of each site; the whole length is free, as in SlotSearch.
    private static final String LIST_NEAR = """
            select near.* from unnest(:sites::text[]::uuid[]) as asked (id)
            cross join lateral (
              (select s.* from scheduling.slot s
                where s.site_id = asked.id and s.start_at >= :wanted and s.start_at > :now
                  and s.start_at < :wanted::timestamptz + interval '30 days'
                  and s.free and s.service_code = :service and s.mode = :mode
                  and (:practitioner::uuid is null or s.practitioner_id = :practitioner)
                  and (not :publicly or (s.online and s.bookable_from <= :now))
                  and s.start_at + :length::interval <= s.window_end
                  and not exists (select from scheduling.occupation o
                    where o.during && tstzrange(s.start_at, s.start_at + :length::interval)
                      and (o.resource_kind = 'practitioner' and o.resource_id = s.practitioner_id
                        or o.resource_kind = 'room' and o.resource_id = s.room_id))
                order by s.start_at limit :limit)
              union all
              (select s.* from scheduling.slot s
                where s.site_id = asked.id and s.start_at < :wanted and s.start_at > :now
                  and s.start_at > :wanted::timestamptz - interval '7 days'
                  and s.free and s.service_code = :service and s.mode = :mode
                  and (:practitioner::uuid is null or s.practitioner_id = :practitioner)
                  and (not :publicly or (s.online and s.bookable_from <= :now))
                  and s.start_at + :length::interval <= s.window_end
                  and not exists (select from scheduling.occupation o
                    where o.during && tstzrange(s.start_at, s.start_at + :length::interval)
                      and (o.resource_kind = 'practitioner' and o.resource_id = s.practitioner_id
                        or o.resource_kind = 'room' and o.resource_id = s.room_id))
                order by s.start_at desc limit :limit)) as near
            order by abs(extract(epoch from near.start_at - :wanted::timestamptz)), near.start_at, near.id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    FreeHours(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Up to 7 days before and 30 days after.
     *
     * @param length how long all of it must be free
     * @param publicly only what everybody may book on line now
     */
    public record Wanted(String service, Mode mode, Instant start, Duration length, boolean publicly) {

        public static Wanted like(Appointment appointment, boolean publicly) {
            return new Wanted(
                    appointment.service(),
                    appointment.mode(),
                    appointment.start(),
                    appointment.period().length(),
                    publicly);
        }
    }

    /** @param practitionerId whose hours, or null for everybody's */
    public List<Slot> listNear(Collection<UUID> sites, @Nullable UUID practitionerId, Wanted wanted, int limit) {
        return jdbc.sql(LIST_NEAR)
                .param("sites", Sql.uuids(sites))
                .param("practitioner", practitionerId)
                .param("service", wanted.service())
                .param("mode", wanted.mode().code())
                .param("wanted", Sql.utc(wanted.start()))
                .param("length", wanted.length().toString())
                .param("publicly", wanted.publicly())
                .param("now", Sql.utc(clock.instant()))
                .param("limit", limit)
                .query(Slots::map)
                .list();
    }
}
