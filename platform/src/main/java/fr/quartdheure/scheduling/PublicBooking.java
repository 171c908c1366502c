package fr.quartdheure.scheduling;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.account.ProofOutcome;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Occupations.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From a hold to an appointment: who it is for, then the code that proves the contact. A public booking makes a
 * provisional identity: who types somebody else's name learns nothing and blocks nothing of hers.
 */
@Component
public class PublicBooking {

    static final int MOST_AHEAD = 6;

    private final Appointments appointments;
    private final Occupations occupations;
    private final Patients patients;
    private final Services services;
    private final Sites sites;
    private final ContactProofs proofs;
    private final ManageTokens tokens;
    private final Expiry expiry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublicBooking(
            Appointments appointments,
            Occupations occupations,
            Patients patients,
            Services services,
            Sites sites,
            ContactProofs proofs,
            ManageTokens tokens,
            Expiry expiry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.occupations = occupations;
        this.patients = patients;
        this.services = services;
        this.sites = sites;
        this.proofs = proofs;
        this.tokens = tokens;
        this.expiry = expiry;
        this.events = events;
        this.clock = clock;
    }

    /** Says for whom a hold is, and sends a code to the contact. */
    @Transactional
    public Identified identify(UUID holdId, Visitor visitor, BookingRequest request) {
        var found = appointments.find(holdId).filter(hold -> visitor.key().equals(hold.visitor()));
        if (found.isEmpty()) {
            return new Identified.Unknown();
        }
        UUID person = request.identity().keyWith(request.contact().value());
        occupations.lock(Resource.of(found.get().practitionerId(), found.get().roomId(), person));
        return appointments
                .find(holdId)
                .map(hold -> identifyLocked(hold, person, request))
                .orElseGet(Identified.Unknown::new);
    }

    private Identified identifyLocked(Appointment hold, UUID person, BookingRequest request) {
        if (hold.isExpired(clock.instant())) {
            return new Identified.Expired();
        }
        if (hold.status() != AppointmentStatus.HELD) {
            return new Identified.Unknown();
        }
        String reason = Objects.requireNonNullElse(request.reason(), hold.reason());
        if (!fits(hold, reason)) {
            return new Identified.ReasonTooLong();
        }
        String contactKey = keyOf(request.contact());
        if (appointments.countAhead(contactKey, clock.instant()) >= MOST_AHEAD) {
            return new Identified.TooManyAhead(MOST_AHEAD);
        }
        var whole = List.of(new Resource(ResourceKind.PATIENT, person));
        if (!occupations.take(hold.id(), hold.period(), whole).isEmpty()) {
            return new Identified.PatientBusy();
        }
        return awaitCode(hold, person, contactKey, reason, request);
    }

    private Identified awaitCode(
            Appointment hold, UUID person, String contactKey, String reason, BookingRequest request) {
        Contact contact = request.contact();
        boolean email = contact.channel() == Channel.EMAIL;
        Patient patient = patients.add(
                request.identity(), email ? contact.value() : null, email ? null : contact.value(), "public");
        UUID proof = proofs.request(contact.channel(), contact.value(), hold.id());
        appointments.identify(
                hold.id(),
                new Appointments.Owner(
                        patient.id(), person, contactKey, proof, reason, request.onBehalf(), request.reminder()));
        events.publishEvent(Trace.of("create", "patient", patient.id()));
        return new Identified.AwaitingCode(appointments.find(hold.id()).orElseThrow());
    }

    private boolean fits(Appointment hold, String reason) {
        return services.find(hold.service())
                .flatMap(service -> service.reason(reason))
                .map(chosen -> Duration.ofMinutes(chosen.minutes()))
                .filter(length -> length.compareTo(hold.period().length()) <= 0)
                .isPresent();
    }

    /** Takes the code back; the fifth wrong one frees the slot. */
    @Transactional
    public Confirmation confirm(UUID appointmentId, String code) {
        var found = appointments.find(appointmentId);
        if (found.isEmpty()) {
            return new Confirmation.Unknown();
        }
        occupations.lock(Resource.of(found.get()));
        return appointments
                .find(appointmentId)
                .map(appointment -> confirmLocked(appointment, code))
                .orElseGet(Confirmation.Unknown::new);
    }

    private Confirmation confirmLocked(Appointment appointment, String code) {
        UUID proof = appointment.proofId();
        if (appointment.isExpired(clock.instant())) {
            return new Confirmation.Expired();
        }
        if (appointment.status() != AppointmentStatus.AWAITING_CODE || proof == null) {
            return new Confirmation.Unknown();
        }
        return switch (proofs.check(proof, code)) {
            case ProofOutcome.Proved _proved -> confirmed(appointment);
            case ProofOutcome.Wrong wrong -> new Confirmation.WrongCode(wrong.attemptsLeft());
            case ProofOutcome.Exhausted _exhausted -> {
                expiry.expire(appointment);
                yield new Confirmation.Exhausted();
            }
            case ProofOutcome.Expired _expired -> new Confirmation.Expired();
            case ProofOutcome.Unknown _unknown -> new Confirmation.Unknown();
        };
    }

    private Confirmation confirmed(Appointment appointment) {
        appointments.book(appointment.id(), clock.instant());
        UUID patient = Objects.requireNonNull(appointment.patientId());
        sites.find(appointment.siteId()).ifPresent(site -> patients.know(patient, site.organizationId()));
        events.publishEvent(Trace.of("book", "patient", patient));
        events.publishEvent(new AppointmentBooked(appointment.id()));
        events.publishEvent(new AgendaChanged(appointment.siteId()));
        return new Confirmation.Confirmed(
                appointments.find(appointment.id()).orElseThrow(), tokens.issue(appointment.id()));
    }

    /** Stands for a contact where appointments are counted; the contact itself is kept with the patient. */
    static String keyOf(Contact contact) {
        return UUID.nameUUIDFromBytes(contact.value().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
