package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Occupations.ResourceKind;
import fr.quartdheure.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts an appointment on the agenda: practitioner, room and person, all or none. The one way in, for the public and for
 * the front desk. Called inside the act's transaction.
 */
@Component
class Placing {

    // One statement, because a booking is what many wait for at once: each further one costs a journey to the database
    // with the locks held. The locks come first: nothing is inserted before "locked" has been read.
    private static final String PLACE = """
            with locked as materialized (
              select count(pg_advisory_xact_lock(key)) from unnest(:keys::text[]::bigint[]) as key),
            taken as (
              insert into scheduling.occupation (resource_kind, resource_id, during, cause, appointment_id)
              select r.kind, r.id, tstzrange(:start, :end), 'appointment', :id::uuid
              from locked, unnest(:kinds::text[], :ids::text[]::uuid[]) as r (kind, id)
              on conflict do nothing
              returning resource_kind),
            kept as (
              insert into scheduling.appointment (id, slot_id, practitioner_id, site_id, room_id, service_code,
                reason_code, kind, mode, start_at, end_at, status, origin, visitor, address, anonymous, expires_at,
                patient_id, person_key, booked_at, overbooked, overbooked_because)
              select :id::uuid, :slot::uuid, :practitioner::uuid, :site::uuid, :room::uuid, :service::text,
                :reason::text, :kind::text, :mode::text, :start::timestamptz, :end::timestamptz, :status::text,
                :origin::text, :visitor::text, :address::text, :anonymous::bool, :expiresAt::timestamptz,
                :patient::uuid, :patient::uuid, :bookedAt::timestamptz,
                (select count(*) from taken) < cardinality(:kinds::text[]), :anyway::text
              where :anyway::text is not null or (select count(*) from taken) = cardinality(:kinds::text[])
              returning *)
            select array(select resource_kind from taken) as taken, kept.*
            from (select) as always left join kept on true
            """;

    private final JdbcClient jdbc;
    private final Occupations occupations;
    private final Expiry expiry;

    Placing(JdbcClient jdbc, Occupations occupations, Expiry expiry) {
        this.jdbc = jdbc;
        this.occupations = occupations;
        this.expiry = expiry;
    }

    /**
     * Where an appointment from this slot on would stand. Ends holds that ran out in its way, and then has locked all
     * that it needs. Empty when somebody is there, or when the reason needs more time than is left.
     */
    Optional<Place> find(Slot slot, Reason reason, @Nullable UUID person) {
        return findWith(slot, reason, Resource.of(slot.practitionerId(), slot.roomId(), person));
    }

    /** @param resources all that the appointment takes */
    Optional<Place> findWith(Slot slot, Reason reason, List<Resource> resources) {
        Period period = Period.of(slot.start(), lengthOf(slot, reason));
        if (period.end().isAfter(slot.windowEnd())) {
            return Optional.empty();
        }
        if (!slot.free() || !period.equals(slot.period())) {
            List<Appointment> stale = expiry.listStale(period, resources);
            if (!slot.free() && stale.isEmpty()) {
                return Optional.empty();
            }
            expiry.lockAndEnd(resources, period, stale);
        }
        return Optional.of(new Place(UUID.randomUUID(), slot, reason.code(), period, resources));
    }

    /** Where it would stand whoever is there, for those who decide so. */
    static Place anyway(Slot slot, Reason reason, List<Resource> resources) {
        Period period = Period.of(slot.start(), lengthOf(slot, reason));
        return new Place(UUID.randomUUID(), slot, reason.code(), period, resources);
    }

    /** Locks all that it needs, for a judgement that must still hold when it is taken. */
    void lock(Place place) {
        occupations.lock(place.resources());
    }

    /** Locks and takes everything, or takes nothing and says what was not free. */
    Placed place(Place place, Taker taker) {
        Placed placed = tried(place, taker);
        if (placed instanceof Placed.Missing missing
                && missing.kinds().size() < place.resources().size()) {
            occupations.release(place.id());
        }
        return placed;
    }

    private Placed tried(Place place, Taker taker) {
        Slot slot = place.slot();
        return jdbc.sql(PLACE)
                .params(Occupations.parameters(place.id(), place.period(), place.resources()))
                .param("slot", slot.id())
                .param("practitioner", slot.practitionerId())
                .param("site", slot.siteId())
                .param("room", slot.roomId())
                .param("service", slot.service())
                .param("reason", place.reason())
                .param("kind", slot.kind().code())
                .param("mode", slot.mode().code())
                .params(taker.parameters())
                .query((row, number) -> placed(row, place))
                .single();
    }

    private static Placed placed(ResultSet row, Place place) throws SQLException {
        return row.getObject("id") == null
                ? new Placed.Missing(Occupations.missing(place.resources(), List.of((String[])
                        row.getArray("taken").getArray())))
                : new Placed.Kept(Appointments.map(row, 1));
    }

    /** A short reason still takes the whole step: what is left of it would serve nobody. */
    private static Duration lengthOf(Slot slot, Reason reason) {
        Duration asked = Duration.ofMinutes(reason.minutes());
        Duration step = slot.period().length();
        return asked.compareTo(step) > 0 ? asked : step;
    }

    /** Where an appointment is to stand. */
    record Place(UUID id, Slot slot, String reason, Period period, List<Resource> resources) {}

    /**
     * Who takes it: a visitor for ten minutes, somebody who is asked whether she wants it, or a patient for good.
     *
     * @param anyway why it may stand beside what is there; null when it may not
     */
    record Taker(
            AppointmentStatus status,
            String origin,
            @Nullable Visitor visitor,
            @Nullable Instant expiresAt,
            @Nullable UUID patientId,
            @Nullable Instant bookedAt,
            @Nullable String anyway) {

        static Taker holding(Visitor visitor, Instant expiresAt) {
            return new Taker(AppointmentStatus.HELD, "public", visitor, expiresAt, null, null, null);
        }

        static Taker reserving(Instant expiresAt) {
            return new Taker(AppointmentStatus.HELD, "secretary", null, expiresAt, null, null, null);
        }

        static Taker booking(UUID patientId, Instant now) {
            return new Taker(AppointmentStatus.BOOKED, "secretary", null, null, patientId, now, null);
        }

        static Taker byClient(UUID patientId, Instant now) {
            return new Taker(AppointmentStatus.BOOKED, "client", null, null, patientId, now, null);
        }

        /** @param because code of the reason for which it stands beside what is there */
        static Taker overbooking(UUID patientId, Instant now, String because) {
            return new Taker(AppointmentStatus.BOOKED, "secretary", null, null, patientId, now, because);
        }

        private Map<String, @Nullable Object> parameters() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("status", status.code());
            values.put("origin", origin);
            values.put("visitor", visitor == null ? null : visitor.key());
            values.put("address", visitor == null ? null : visitor.address());
            values.put("anonymous", visitor != null && !visitor.contactProved());
            values.put("expiresAt", expiresAt == null ? null : Sql.utc(expiresAt));
            values.put("patient", patientId);
            values.put("anyway", anyway);
            values.put("bookedAt", bookedAt == null ? null : Sql.utc(bookedAt));
            return values;
        }
    }

    /** What came of it. */
    sealed interface Placed {
        record Kept(Appointment appointment) implements Placed {}

        /** @param kinds what was not free; never empty */
        record Missing(Set<ResourceKind> kinds) implements Placed {}
    }
}
