package fr.quartdheure.fhir;

import fr.quartdheure.client.ClientBookings;
import fr.quartdheure.client.ClientNumber;
import fr.quartdheure.client.ClientPrincipal;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentVersion;
import fr.quartdheure.scheduling.AppointmentVersions;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.wire.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a client does with appointments: by the acts of the front desk, at the sites of its organisation. A refusal
 * takes everything back.
 */
@Component
class AppointmentActs {

    private static final String SLOT = "Appointment.slot";

    private final ClientBookings bookings;
    private final AppointmentChange changes;
    private final AppointmentVersions versions;
    private final FrontDesk frontDesk;
    private final Slots slots;
    private final Sites sites;
    private final Services services;
    private final Patients patients;

    AppointmentActs(
            ClientBookings bookings,
            AppointmentChange changes,
            AppointmentVersions versions,
            FrontDesk frontDesk,
            Slots slots,
            Sites sites,
            Services services,
            Patients patients) {
        this.bookings = bookings;
        this.changes = changes;
        this.versions = versions;
        this.frontDesk = frontDesk;
        this.slots = slots;
        this.sites = sites;
        this.services = services;
        this.patients = patients;
    }

    /** Told twice under one number, it is booked once; another booking under a number that is known is refused. */
    @Transactional
    public Done create(ClientPrincipal client, AppointmentTold told) {
        Optional<AppointmentVersion> known = known(client, told.number());
        if (known.isEmpty()) {
            return book(client, told, told.number());
        }
        Appointment same = known.get().appointment();
        boolean again = !told.cancelled() && isOf(told, same) && same.isActive();
        if (!again) {
            throw Refused.conflict("number-used", "Appointment.identifier", "Appointment/" + same.id());
        }
        return changes.unchanged(known.get());
    }

    /** Makes the one that has a number what the client says; unknown, it is booked. */
    @Transactional
    public Done save(ClientPrincipal client, ClientNumber number, AppointmentTold told, @Nullable Integer expected) {
        if (told.number() != null && !told.number().equals(number)) {
            throw Refused.rule("number-of-another", "Appointment.identifier");
        }
        Optional<AppointmentVersion> known = known(client, number);
        if (known.isPresent()) {
            return changes.make(client, known.get(), told, expected);
        }
        if (expected != null) {
            throw Refused.outdated("version-conflict", expected, 0);
        }
        return book(client, told, number);
    }

    @Transactional
    public Done update(ClientPrincipal client, UUID id, AppointmentTold told, @Nullable Integer expected) {
        AppointmentVersion known = versions.find(id, sitesOf(client))
                .orElseThrow(() -> Refused.absent("resource-unknown", AppointmentResource.TYPE, id));
        ClientNumber own = bookings.numbers(client.clientId(), List.of(id)).get(id);
        if (told.number() != null && !told.number().equals(own)) {
            throw Refused.rule("number-of-another", "Appointment.identifier");
        }
        return changes.make(client, known, told, expected);
    }

    List<UUID> sitesOf(ClientPrincipal client) {
        return sites.ofOrganizations(List.of(client.organizationId())).stream()
                .map(Site::id)
                .toList();
    }

    private Optional<AppointmentVersion> known(ClientPrincipal client, @Nullable ClientNumber number) {
        if (number == null) {
            return Optional.empty();
        }
        bookings.lock(client.clientId(), number);
        return bookings.find(client.clientId(), number).flatMap(id -> versions.find(id, sitesOf(client)));
    }

    private static boolean isOf(AppointmentTold told, Appointment appointment) {
        return appointment.slotId() != null
                && appointment.slotId().equals(told.slot())
                && appointment.patientId() != null
                && appointment.patientId().equals(told.patient());
    }

    private Done book(ClientPrincipal client, AppointmentTold told, @Nullable ClientNumber number) {
        if (told.cancelled()) {
            throw Refused.rule("cancelled-from-the-start", "Appointment.status");
        }
        Slot slot = changes.slot(client, told);
        UUID patient = patient(client, told);
        return switch (frontDesk.bookByClient(slot.id(), patient, reason(slot, told.reason()))) {
            case Booking.Booked booked -> {
                UUID id = booked.appointment().id();
                bookings.add(client.clientId(), id, number);
                yield new Done(versions.find(id, List.of(slot.siteId())).orElseThrow(), true);
            }
            case Booking.Taken taken -> throw new SlotTaken(taken.alternatives());
            case Booking.PatientBusy _busy -> throw Refused.rule("patient-busy", "Appointment.participant");
            case Booking.NotBookable _not -> throw Refused.rule("slot-past", SLOT);
        };
    }

    private UUID patient(ClientPrincipal client, AppointmentTold told) {
        if (told.patient() == null) {
            throw Refused.rule("element-missing", "Appointment.participant", "Appointment.participant (Patient)");
        }
        return patients.findKnownAt(List.of(client.organizationId()), told.patient())
                .orElseThrow(
                        () -> Refused.rule("reference-unknown", "Appointment.participant", "Patient/" + told.patient()))
                .id();
    }

    /** The one that is told, else the service's first. */
    private String reason(Slot slot, @Nullable String told) {
        List<Reason> reasons = services.find(slot.service()).orElseThrow().reasons();
        if (told == null) {
            return reasons.getFirst().code();
        }
        return reasons.stream()
                .map(Reason::code)
                .filter(told::equals)
                .findFirst()
                .orElseThrow(() -> Refused.rule(
                        "reason-unknown",
                        "Appointment.reasonCode",
                        Refused.shown(told),
                        reasons.stream().map(Reason::code).collect(Collectors.joining(", "))));
    }

    /** @param created whether it was not there before */
    record Done(AppointmentVersion version, boolean created) {}
}
