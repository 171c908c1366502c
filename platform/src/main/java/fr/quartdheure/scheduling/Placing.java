package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Occupations.ResourceKind;
import fr.quartdheure.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private static final String KEEP = """
            insert into scheduling.appointment (id, slot_id, practitioner_id, site_id, room_id, service_code,
              reason_code, kind, mode, start_at, end_at, status, origin, visitor, address, anonymous, expires_at,
              patient_id, person_key, booked_at)
            values (:id, :slot, :practitioner, :site, :room, :service, :reason, :kind, :mode, :start, :end,
              :status, :origin, :visitor, :address, :anonymous, :expiresAt, :patient, :patient, :bookedAt)
            returning *
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
     * Locks all that an appointment from this slot on needs, and ends holds that ran out in its way. Empty when
     * somebody is there, or when the reason needs more time than is left.
     */
    Optional<Place> lock(Slot slot, Reason reason, @Nullable UUID person) {
        Period period = Period.of(slot.start(), lengthOf(slot, reason));
        if (period.end().isAfter(slot.windowEnd())) {
            return Optional.empty();
        }
        var resources = Resource.of(slot.practitionerId(), slot.roomId(), person);
        boolean looksFree = slot.free() && period.equals(slot.period());
        List<Appointment> stale = looksFree ? List.of() : expiry.listStale(period, resources);
        if (!slot.free() && stale.isEmpty()) {
            return Optional.empty();
        }
        expiry.lockAndEnd(resources, period, stale);
        return Optional.of(new Place(UUID.randomUUID(), slot, reason.code(), period, resources));
    }

    /** Takes everything, or nothing and says what was not free. */
    Set<ResourceKind> take(Place place) {
        var missing = occupations.take(place.id(), place.period(), place.resources());
        if (!missing.isEmpty() && missing.size() < place.resources().size()) {
            occupations.release(place.id());
        }
        return missing;
    }

    Appointment keep(Place place, Taker taker) {
        Slot slot = place.slot();
        return jdbc.sql(KEEP)
                .param("id", place.id())
                .param("slot", slot.id())
                .param("practitioner", slot.practitionerId())
                .param("site", slot.siteId())
                .param("room", slot.roomId())
                .param("service", slot.service())
                .param("reason", place.reason())
                .param("kind", slot.kind().code())
                .param("mode", slot.mode().code())
                .param("start", Sql.utc(place.period().start()))
                .param("end", Sql.utc(place.period().end()))
                .param("status", taker.status().code())
                .param("origin", taker.origin())
                .param(
                        "visitor",
                        taker.visitor() == null ? null : taker.visitor().key())
                .param(
                        "address",
                        taker.visitor() == null ? null : taker.visitor().address())
                .param("anonymous", taker.visitor() != null && !taker.visitor().contactProved())
                .param("expiresAt", taker.expiresAt() == null ? null : Sql.utc(taker.expiresAt()))
                .param("patient", taker.patientId())
                .param("bookedAt", taker.bookedAt() == null ? null : Sql.utc(taker.bookedAt()))
                .query(Appointments::map)
                .single();
    }

    /** A short reason still takes the whole step: what is left of it would serve nobody. */
    private static Duration lengthOf(Slot slot, Reason reason) {
        Duration asked = Duration.ofMinutes(reason.minutes());
        Duration step = slot.period().length();
        return asked.compareTo(step) > 0 ? asked : step;
    }

    /** Where an appointment is to stand; its resources are locked. */
    record Place(UUID id, Slot slot, String reason, Period period, List<Resource> resources) {}

    /** Who takes it: a visitor for ten minutes, or a patient for good. */
    record Taker(
            AppointmentStatus status,
            String origin,
            @Nullable Visitor visitor,
            @Nullable Instant expiresAt,
            @Nullable UUID patientId,
            @Nullable Instant bookedAt) {

        static Taker holding(Visitor visitor, Instant expiresAt) {
            return new Taker(AppointmentStatus.HELD, "public", visitor, expiresAt, null, null);
        }

        static Taker booking(UUID patientId, Instant now) {
            return new Taker(AppointmentStatus.BOOKED, "secretary", null, null, patientId, now);
        }
    }
}
