package fr.quartdheure.fhir;

import fr.quartdheure.client.ClientBookings;
import fr.quartdheure.client.ClientNumber;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Services;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.AppointmentVersion;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirAddress;
import fr.quartdheure.wire.FhirTimes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes appointments for one client: with its own numbers, never with another's. */
@Component
class AppointmentWriting {

    /** End of the name of the list of reasons. */
    static final String REASONS = "/CodeSystem/reason";

    private static final Map<String, String> CANCEL_REASONS = Map.of("patient", "pat", "practitioner", "prov");

    private final ClientBookings bookings;
    private final ServiceTypes types;
    private final Services services;
    private final FhirAddress address;

    AppointmentWriting(ClientBookings bookings, ServiceTypes types, Services services, FhirAddress address) {
        this.bookings = bookings;
        this.types = types;
        this.services = services;
        this.address = address;
    }

    AppointmentResource write(AppointmentVersion version, UUID clientId) {
        return write(List.of(version), clientId).getFirst();
    }

    List<AppointmentResource> write(Collection<AppointmentVersion> versions, UUID clientId) {
        Map<UUID, ClientNumber> numbers = bookings.numbers(
                clientId, versions.stream().map(one -> one.appointment().id()).toList());
        return versions.stream()
                .map(one -> resource(one, numbers.get(one.appointment().id())))
                .toList();
    }

    private AppointmentResource resource(AppointmentVersion version, @Nullable ClientNumber number) {
        Appointment appointment = version.appointment();
        return new AppointmentResource(
                appointment.id().toString(),
                new AppointmentResource.Stamp(
                        String.valueOf(version.number()),
                        FhirTimes.written(version.changedAt()),
                        List.of(AppointmentResource.PROFILE)),
                Stream.ofNullable(number)
                        .map(one -> new Fhir.Identifier(null, one.system(), one.value()))
                        .toList(),
                status(appointment.status()),
                cancelReason(version.cancelReason()),
                List.of(types.act(appointment.mode().code()), types.concept(appointment.service())),
                Fhir.Concept.of(
                        Codes.APPOINTMENT_REASON, appointment.kind() == Kind.UNSCHEDULED ? "WALKIN" : "ROUTINE"),
                List.of(reason(appointment)),
                FhirTimes.written(appointment.start()),
                FhirTimes.written(appointment.end()),
                Stream.ofNullable(appointment.slotId())
                        .map(slot -> Fhir.Reference.to(Slots.TYPE, slot))
                        .toList(),
                FhirTimes.written(version.createdAt()),
                participants(appointment));
    }

    private static List<AppointmentResource.Participant> participants(Appointment appointment) {
        var all = new ArrayList<AppointmentResource.Participant>();
        Stream.ofNullable(appointment.patientId()).forEach(patient -> all.add(participant("Patient", patient)));
        all.add(participant(Practitioners.TYPE, appointment.practitionerId()));
        all.add(participant(Locations.TYPE, appointment.siteId()));
        return all;
    }

    private static AppointmentResource.Participant participant(String type, UUID id) {
        return new AppointmentResource.Participant(Fhir.Reference.to(type, id), "required", "accepted");
    }

    private Fhir.Concept reason(Appointment appointment) {
        String name = services.find(appointment.service())
                .flatMap(service -> service.reason(appointment.reason()))
                .map(Reason::nameFr)
                .orElse(appointment.reason());
        var coding = new Fhir.Coding(address.base() + REASONS, appointment.reason(), name);
        return new Fhir.Concept(List.of(), List.of(coding), name);
    }

    private static Fhir.@Nullable Concept cancelReason(@Nullable String reason) {
        return reason == null
                ? null
                : Fhir.Concept.of(AppointmentTold.CANCELLATION, CANCEL_REASONS.getOrDefault(reason, "oth"));
    }

    static String status(AppointmentStatus status) {
        return switch (status) {
            case BOOKED -> "booked";
            case ARRIVED, IN_CONSULTATION -> "arrived";
            case DONE -> "fulfilled";
            case NO_SHOW -> "noshow";
            case CANCELLED -> "cancelled";
            case HELD, AWAITING_CODE, EXPIRED -> throw new IllegalArgumentException("a hold is not told: " + status);
        };
    }

    /** What a status of FHIR means here; empty when no appointment that is told has it. */
    static Set<AppointmentStatus> statuses(String code) {
        return switch (code) {
            case "booked" -> EnumSet.of(AppointmentStatus.BOOKED);
            case "arrived" -> EnumSet.of(AppointmentStatus.ARRIVED, AppointmentStatus.IN_CONSULTATION);
            case "fulfilled" -> EnumSet.of(AppointmentStatus.DONE);
            case "noshow" -> EnumSet.of(AppointmentStatus.NO_SHOW);
            case "cancelled" -> EnumSet.of(AppointmentStatus.CANCELLED);
            default -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }
}
