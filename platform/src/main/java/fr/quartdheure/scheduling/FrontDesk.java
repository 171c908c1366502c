package fr.quartdheure.scheduling;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Occupations.ResourceKind;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a secretary does with a slot and a patient she knows, in one step, and how the day goes on from there. */
@Component
public class FrontDesk {

    private static final int ALTERNATIVES = 3;

    private static final String KEEP = """
            insert into scheduling.appointment (id, slot_id, practitioner_id, site_id, room_id, service_code,
              reason_code, kind, mode, start_at, end_at, status, origin, patient_id, person_key, booked_at)
            values (:id, :slot, :practitioner, :site, :room, :service, :reason, :kind, :mode, :start, :end,
              'booked', 'secretary', :patient, :patient, :now)
            """;

    private final JdbcClient jdbc;
    private final Slots slots;
    private final Appointments appointments;
    private final Occupations occupations;
    private final Expiry expiry;
    private final Services services;
    private final Patients patients;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FrontDesk(
            JdbcClient jdbc,
            Slots slots,
            Appointments appointments,
            Occupations occupations,
            Expiry expiry,
            Services services,
            Patients patients,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.appointments = appointments;
        this.occupations = occupations;
        this.expiry = expiry;
        this.services = services;
        this.patients = patients;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    /** Books practitioner, room and patient in one act. The slot may be one that the public does not see. */
    @Transactional
    public Booking book(UUID slotId, UUID patientId, String reason) {
        var found = slots.find(slotId).filter(slot -> slot.end().isAfter(clock.instant()));
        if (found.isEmpty()) {
            return new Booking.NotBookable();
        }
        Slot slot = found.get();
        Period period = new Period(slot.start(), slot.start().plus(lengthOf(slot, reason)));
        var resources = Resource.of(slot.practitionerId(), slot.roomId(), patientId);
        List<Appointment> stale = slot.free() ? List.of() : expiry.listStale(period, resources);
        expiry.lockAndEnd(resources, period, stale);
        UUID id = UUID.randomUUID();
        Set<ResourceKind> missing = period.end().isAfter(slot.windowEnd())
                ? EnumSet.of(ResourceKind.PRACTITIONER)
                : occupations.take(id, period, resources);
        if (!missing.isEmpty()) {
            occupations.release(id);
            return missing.equals(Set.of(ResourceKind.PATIENT))
                    ? new Booking.PatientBusy()
                    : new Booking.Taken(slots.listAlternatives(slot, clock.instant(), ALTERNATIVES));
        }
        return booked(id, slot, period, patientId, reason);
    }

    private Booking booked(UUID id, Slot slot, Period period, UUID patientId, String reason) {
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
                .param("patient", patientId)
                .param("now", Sql.utc(clock.instant()))
                .update();
        sites.find(slot.siteId()).ifPresent(site -> patients.know(patientId, site.organizationId()));
        events.publishEvent(Trace.of("book", "patient", patientId));
        events.publishEvent(new AppointmentBooked(id));
        events.publishEvent(new AgendaChanged(slot.siteId()));
        return new Booking.Booked(appointments.find(id).orElseThrow());
    }

    /** One step of the day: arrived, in consultation, done, missed, or a step back. False when it is not possible. */
    @Transactional
    public boolean advance(UUID appointmentId, AppointmentStatus to) {
        var found = appointments.find(appointmentId);
        if (found.isEmpty() || !found.get().status().next().contains(to)) {
            return false;
        }
        Appointment appointment = found.get();
        boolean done = appointments.advance(appointmentId, appointment.status(), to, clock.instant());
        UUID patient = appointment.patientId();
        if (done && patient != null) {
            events.publishEvent(Trace.of(to.code(), "patient", patient));
            events.publishEvent(new AgendaChanged(appointment.siteId()));
        }
        return done;
    }

    private Duration lengthOf(Slot slot, String reason) {
        int minutes = services.find(slot.service())
                .flatMap(service -> service.reason(reason))
                .orElseThrow(() -> new IllegalArgumentException(slot.service() + " has no reason \"" + reason + "\""))
                .minutes();
        Duration asked = Duration.ofMinutes(minutes);
        return asked.compareTo(slot.period().length()) > 0
                ? asked
                : slot.period().length();
    }
}
