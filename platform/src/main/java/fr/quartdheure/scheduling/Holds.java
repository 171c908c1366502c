package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.Services;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holding a slot while its taker says who she is: it binds for ten minutes and is not renewed. */
@Component
public class Holds {

    public static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int ALTERNATIVES = 3;

    private static final String KEEP = """
            insert into scheduling.appointment (id, slot_id, practitioner_id, site_id, room_id, service_code,
              reason_code, kind, mode, start_at, end_at, status, origin, visitor, address, anonymous, expires_at)
            values (:id, :slot, :practitioner, :site, :room, :service, :reason, :kind, :mode, :start, :end,
              'held', 'public', :visitor, :address, :anonymous, :expiresAt)
            """;
    private final JdbcClient jdbc;
    private final Slots slots;
    private final Appointments appointments;
    private final Services services;
    private final Occupations occupations;
    private final Expiry expiry;
    private final HoldLimits limits;
    private final Clock clock;

    Holds(
            JdbcClient jdbc,
            Slots slots,
            Appointments appointments,
            Services services,
            Occupations occupations,
            Expiry expiry,
            HoldLimits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.appointments = appointments;
        this.services = services;
        this.occupations = occupations;
        this.expiry = expiry;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param reason code of a reason of the slot's service */
    @Transactional
    public Holding hold(UUID slotId, String reason, Visitor visitor) {
        Instant now = clock.instant();
        var found = slots.find(slotId);
        if (found.isEmpty() || !isOpenToPublic(found.get(), now)) {
            return new Holding.NotBookable();
        }
        Slot slot = found.get();
        Period period = new Period(slot.start(), slot.start().plus(lengthOf(slot, reason)));
        var resources = Resource.of(slot.practitionerId(), slot.roomId(), null);
        List<Appointment> stale = slot.free() ? List.of() : expiry.listStale(period, resources);
        if (!slot.free() && stale.isEmpty()) {
            return taken(slot, now);
        }
        expiry.lockAndEnd(resources, period, stale);
        var refused = limits.refusal(slot, visitor, now);
        if (refused.isPresent()) {
            return refused.get();
        }
        UUID id = UUID.randomUUID();
        if (period.end().isAfter(slot.windowEnd())
                || !occupations.take(id, period, resources).isEmpty()) {
            occupations.release(id);
            return taken(slot, now);
        }
        return new Holding.Held(keep(id, slot, period, reason, visitor, now.plus(LENGTH)));
    }

    private Holding taken(Slot slot, Instant now) {
        return new Holding.Taken(slot, slots.listAlternatives(slot, now, ALTERNATIVES));
    }

    private static boolean isOpenToPublic(Slot slot, Instant now) {
        return slot.online()
                && slot.start().isAfter(now)
                && !slot.bookableFrom().isAfter(now);
    }

    private Duration lengthOf(Slot slot, String reason) {
        Duration asked = Duration.ofMinutes(minutesOf(slot.service(), reason));
        Duration step = slot.period().length();
        return asked.compareTo(step) > 0 ? asked : step;
    }

    private int minutesOf(String service, String reason) {
        return services.find(service)
                .flatMap(found -> found.reason(reason))
                .orElseThrow(() -> new IllegalArgumentException(service + " has no reason \"" + reason + "\""))
                .minutes();
    }

    private Appointment keep(UUID id, Slot slot, Period period, String reason, Visitor visitor, Instant expiresAt) {
        jdbc.sql(KEEP)
                .param("id", id)
                .param("slot", slot.id())
                .param("practitioner", slot.practitionerId())
                .param("site", slot.siteId())
                .param("room", slot.roomId())
                .param("service", slot.service())
                .param("reason", reason)
                .param("kind", slot.kind().code())
                .param("mode", slot.mode().code())
                .param("start", Sql.utc(period.start()))
                .param("end", Sql.utc(period.end()))
                .param("visitor", visitor.key())
                .param("address", visitor.address())
                .param("anonymous", !visitor.contactProved())
                .param("expiresAt", Sql.utc(expiresAt))
                .update();
        return appointments.find(id).orElseThrow();
    }
}
