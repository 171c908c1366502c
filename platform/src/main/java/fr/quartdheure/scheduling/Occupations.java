package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The shelf of occupations: the only truth about who is busy when.
 *
 * <p>Every act locks its resources first, in ascending order ({@link #lock}): acts that share a practitioner, a room or
 * a person then run one after the other, whatever their lengths, and none waits for another in a circle. The exclusion
 * constraints stay the last word.
 */
@Repository
class Occupations {

    private static final String LOCK = """
            select pg_advisory_xact_lock(key) from unnest(:keys::text[]::bigint[]) as key
            """;
    private static final String TAKE = """
            insert into scheduling.occupation (resource_kind, resource_id, during, cause, appointment_id)
            select r.kind, r.id, tstzrange(:start, :end), 'appointment', :id::uuid
            from unnest(:kinds::text[], :ids::text[]::uuid[]) as r (kind, id)
            on conflict do nothing
            returning resource_kind
            """;
    private static final String RELEASE = """
            delete from scheduling.occupation where appointment_id = :appointment
            """;
    private static final String CONFLICTS = """
            select distinct resource_kind from scheduling.occupied(:ids::text[]::uuid[], tstzrange(:start, :end))
            where appointment_id <> :appointment
            """;
    private static final String LOCK_SLOTS = """
            select count(*) from (
              select id from scheduling.slot
              where (practitioner_id = any (:ids::text[]::uuid[]) or room_id = any (:ids::text[]::uuid[]))
                and start_at > :start::timestamptz - interval '4 hours' and start_at < :end
              order by id for update) as locked
            """;
    private static final String LIST_STALE = """
            select distinct a.id from scheduling.occupied(:ids::text[]::uuid[], tstzrange(:start, :end)) o
            join scheduling.appointment a on a.id = o.appointment_id
            where a.status in ('held', 'awaiting-code') and a.expires_at <= :now
            """;

    private final JdbcClient jdbc;

    Occupations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other act holds any of these resources; until the end of the transaction. */
    void lock(Collection<Resource> resources) {
        jdbc.sql(LOCK)
                .param("keys", keys(resources))
                .query((row, number) -> number)
                .list();
    }

    /** Takes what is free of these resources and returns the kinds that were not. */
    Set<ResourceKind> take(UUID appointmentId, Period period, List<Resource> resources) {
        return missing(
                resources,
                jdbc.sql(TAKE)
                        .params(parameters(appointmentId, period, resources))
                        .query(String.class)
                        .list());
    }

    /** What a statement that takes resources needs: id, start, end, kinds, ids, and the keys of their locks. */
    static Map<String, ?> parameters(UUID appointmentId, Period period, List<Resource> resources) {
        return Map.of(
                "id", appointmentId,
                "start", Sql.utc(period.start()),
                "end", Sql.utc(period.end()),
                "kinds", resources.stream().map(r -> r.kind().code()).toArray(String[]::new),
                "ids", ids(resources),
                "keys", keys(resources));
    }

    /** Ascending: whoever needs several waits in the same order as everybody. */
    private static String[] keys(Collection<Resource> resources) {
        return resources.stream()
                .map(resource ->
                        resource.id().getMostSignificantBits() ^ resource.id().getLeastSignificantBits())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .toArray(String[]::new);
    }

    static Set<ResourceKind> missing(List<Resource> wanted, List<String> taken) {
        var missing = EnumSet.noneOf(ResourceKind.class);
        wanted.forEach(resource -> missing.add(resource.kind()));
        taken.forEach(kind -> missing.remove(ResourceKind.of(kind)));
        return missing;
    }

    void release(UUID appointmentId) {
        jdbc.sql(RELEASE).param("appointment", appointmentId).update();
    }

    /** Which of these resources others occupy in this period; reliable while they are locked. */
    Set<ResourceKind> conflicts(UUID appointmentId, Period period, List<Resource> resources) {
        var kinds = EnumSet.noneOf(ResourceKind.class);
        jdbc.sql(CONFLICTS)
                .param("appointment", appointmentId)
                .param("ids", ids(resources))
                .param("start", Sql.utc(period.start()))
                .param("end", Sql.utc(period.end()))
                .query(String.class)
                .list()
                .forEach(kind -> kinds.add(ResourceKind.of(kind)));
        return kinds;
    }

    /** A move changes two stretches of slots: their rows are locked together, in order, before either changes. */
    void lockSlots(Period period, List<Resource> resources) {
        jdbc.sql(LOCK_SLOTS)
                .param("ids", ids(resources))
                .param("start", Sql.utc(period.start()))
                .param("end", Sql.utc(period.end()))
                .query(Long.class)
                .single();
    }

    /** Holds that ran out and still stand in the way. */
    List<UUID> listStale(Period period, List<Resource> resources, Instant now) {
        return jdbc.sql(LIST_STALE)
                .param("ids", ids(resources))
                .param("start", Sql.utc(period.start()))
                .param("end", Sql.utc(period.end()))
                .param("now", Sql.utc(now))
                .query(UUID.class)
                .list();
    }

    private static String[] ids(List<Resource> resources) {
        return Sql.uuids(resources.stream().map(Resource::id).toList());
    }

    /** What can be busy. */
    enum ResourceKind {
        PRACTITIONER,
        ROOM,
        PATIENT,
        EQUIPMENT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static ResourceKind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** One of them. */
    record Resource(ResourceKind kind, UUID id) {

        static List<Resource> of(UUID practitioner, @Nullable UUID room, @Nullable UUID person) {
            var resources = new ArrayList<Resource>(3);
            resources.add(new Resource(ResourceKind.PRACTITIONER, Objects.requireNonNull(practitioner)));
            if (room != null) {
                resources.add(new Resource(ResourceKind.ROOM, room));
            }
            if (person != null) {
                resources.add(new Resource(ResourceKind.PATIENT, person));
            }
            return resources;
        }

        static List<Resource> of(Appointment appointment) {
            return of(appointment.practitionerId(), appointment.roomId(), appointment.personKey());
        }
    }
}
