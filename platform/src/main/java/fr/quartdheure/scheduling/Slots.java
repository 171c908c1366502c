package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of slots: read here, made by {@link Horizon}, freed and taken by the database itself. */
@Repository
public class Slots {

    private static final String FIND = """
            select * from scheduling.slot where id = :id
            """;
    private static final String LIST_OF_SITES = """
            select * from scheduling.slot
            where site_id = any (:sites::text[]::uuid[]) and start_at >= :from and start_at < :to
            order by start_at, practitioner_id
            """;
    private static final String LIST_OF_PRACTITIONER = """
            select * from scheduling.slot
            where practitioner_id = :practitioner and start_at >= :from and start_at < :to
            order by start_at
            """;
    // The nearest in time first: who wanted 9:00 is better served by 9:30 than by another week. A few before and a few
    // after are read from the index; sorting all of a fortnight takes a hundred times as long.
    private static final String LIST_ALTERNATIVES = """
            select * from (
              (select * from scheduling.slot
                where site_id = :site and service_code = :service and free and online and bookable_from <= :now
                  and start_at >= :start and start_at < :start::timestamptz + interval '14 days'
                order by start_at limit :limit)
              union all
              (select * from scheduling.slot
                where site_id = :site and service_code = :service and free and online and bookable_from <= :now
                  and start_at < :start and start_at >= :now
                  and start_at >= :start::timestamptz - interval '3 days'
                order by start_at desc limit :limit)) as near
            order by abs(extract(epoch from start_at - :start::timestamptz)), start_at
            limit :limit
            """;
    private static final String LIST_SHARED = """
            select s.* from scheduling.slot s
            where s.free and s.kind = 'unscheduled' and s.start_at < :to and s.end_at > :from
              and s.rule_id in (select w.rule_id from scheduling.rule_shared_with w
                where w.organization_id = any (:organizations::text[]::uuid[]))
            order by s.start_at, s.practitioner_id
            limit 60
            """;
    private static final String IS_SHARED = """
            select exists (select from scheduling.slot s join scheduling.rule_shared_with w on w.rule_id = s.rule_id
              where s.id = :slot and s.kind = 'unscheduled'
                and w.organization_id = any (:organizations::text[]::uuid[]))
            """;
    private static final String HAS_AGENDA = """
            select exists (select from scheduling.availability_rule where site_id = :site)
            """;

    private final JdbcClient jdbc;

    Slots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Slot> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Slots::map).optional();
    }

    public List<Slot> listOfSite(UUID siteId, Instant from, Instant to) {
        return listOfSites(List.of(siteId), from, to);
    }

    public List<Slot> listOfSites(Collection<UUID> sites, Instant from, Instant to) {
        return jdbc.sql(LIST_OF_SITES)
                .param("sites", Sql.uuids(sites))
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(Slots::map)
                .list();
    }

    public List<Slot> listOfPractitioner(UUID practitionerId, Instant from, Instant to) {
        return jdbc.sql(LIST_OF_PRACTITIONER)
                .param("practitioner", practitionerId)
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(Slots::map)
                .list();
    }

    /** Free slots of the same service at the same site, nearest in time to the wanted one. */
    public List<Slot> listAlternatives(Slot wanted, Instant now, int limit) {
        return listAlternatives(wanted.siteId(), wanted.service(), wanted.start(), now, limit);
    }

    /** Free slots of the same service at another site, nearest in time to the wanted one. */
    public List<Slot> listAlternatives(UUID siteId, Slot wanted, Instant now, int limit) {
        return listAlternatives(siteId, wanted.service(), wanted.start(), now, limit);
    }

    /** Free slots that this appointment could move to, nearest in time first. */
    public List<Slot> listAlternatives(Appointment appointment, Instant now, int limit) {
        return listAlternatives(appointment.siteId(), appointment.service(), appointment.start(), now, limit);
    }

    private List<Slot> listAlternatives(UUID siteId, String service, Instant start, Instant now, int limit) {
        return jdbc.sql(LIST_ALTERNATIVES)
                .param("site", siteId)
                .param("service", service)
                .param("now", Sql.utc(now))
                .param("start", Sql.utc(start))
                .param("limit", limit)
                .query(Slots::map)
                .list();
    }

    /** Free unscheduled slots that other sites let the secretaries of these organisations fill. */
    public List<Slot> listShared(Collection<UUID> organizations, Instant from, Instant to) {
        return jdbc.sql(LIST_SHARED)
                .param("organizations", Sql.uuids(organizations))
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(Slots::map)
                .list();
    }

    public boolean isSharedWith(Collection<UUID> organizations, UUID slotId) {
        return jdbc.sql(IS_SHARED)
                .param("organizations", Sql.uuids(organizations))
                .param("slot", slotId)
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody's availability is kept here for this site; an imported site has none. */
    public boolean hasAgenda(UUID siteId) {
        return jdbc.sql(HAS_AGENDA).param("site", siteId).query(Boolean.class).single();
    }

    static Slot map(ResultSet row, int number) throws SQLException {
        return new Slot(
                row.getObject("id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("room_id", UUID.class),
                row.getString("service_code"),
                Kind.of(row.getString("kind")),
                Mode.of(row.getString("mode")),
                Sql.instant(row, "start_at"),
                Sql.instant(row, "end_at"),
                Sql.instant(row, "window_end"),
                bookableFrom(row),
                row.getBoolean("online"),
                row.getBoolean("free"));
    }

    private static Instant bookableFrom(ResultSet row) throws SQLException {
        // "-infinity" reads as OffsetDateTime.MIN, beyond what Instant arithmetic likes.
        OffsetDateTime from = row.getObject("bookable_from", OffsetDateTime.class);
        return from.equals(OffsetDateTime.MIN) ? Instant.EPOCH : from.toInstant();
    }
}
