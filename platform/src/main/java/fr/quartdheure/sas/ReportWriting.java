package fr.quartdheure.sas;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Role;
import fr.quartdheure.database.Birth;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentAdvanced;
import fr.quartdheure.scheduling.AppointmentBooked;
import fr.quartdheure.scheduling.AppointmentCancelled;
import fr.quartdheure.scheduling.AppointmentMoved;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.web.PublicAddress;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.FhirTimes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes into the outbox what became of an appointment that a regulator made, in the transaction of the act (INT_R03):
 * when, with whom and by whom; never for whom.
 */
@Component
class ReportWriting {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWriting.class);

    private final Reports reports;
    private final Regulators regulators;
    private final Appointments appointments;
    private final Practitioners practitioners;
    private final SasSettings settings;
    private final ReportSettings reporting;
    private final PublicAddress address;
    private final Birth birth;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportWriting(
            Reports reports,
            Regulators regulators,
            Appointments appointments,
            Practitioners practitioners,
            SasSettings settings,
            ReportSettings reporting,
            PublicAddress address,
            Birth birth,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.regulators = regulators;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.settings = settings;
        this.reporting = reporting;
        this.address = address;
        this.birth = birth;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(AppointmentBooked booked) {
        regulator().ifPresent(one -> {
            reports.book(booked.appointmentId(), one.number(), clock.instant());
            tell(booked.appointmentId());
        });
    }

    @EventListener
    void on(AppointmentMoved moved) {
        tell(moved.appointmentId());
    }

    @EventListener
    void on(AppointmentCancelled cancelled) {
        tell(cancelled.appointmentId());
    }

    @EventListener
    void on(AppointmentAdvanced advanced) {
        tell(advanced.appointmentId());
    }

    /** Who books now, when she is a regulator: her address is the login of her account. */
    private Optional<Regulator> regulator() {
        return CurrentAccount.find()
                .filter(account -> account.has(Role.REGULATOR))
                .flatMap(account -> regulators.findActiveByEmail(account.login()));
    }

    private void tell(UUID appointmentId) {
        reports.findBooking(appointmentId).ifPresent(booked -> {
            Appointment appointment = appointments.find(appointmentId).orElseThrow();
            Optional<String> rpps =
                    practitioners.find(appointment.practitionerId()).map(Practitioner::rpps);
            if (rpps.isEmpty()) {
                LOG.warn("The SAS is not told of appointment {}: its practitioner has no RPPS number", appointmentId);
                return;
            }
            boolean leaves = reporting.maySend(birth.isDemo()) || !birth.isDemo();
            if (reports.queue(appointmentId, body(appointment, booked, rpps.get()), leaves, clock.instant())) {
                events.publishEvent(new ReportQueued());
            }
        });
    }

    private String body(Appointment appointment, Reports.Booked booked, String rpps) {
        return FhirJson.text(new SasResources.Appointment(
                Fhir.Meta.of(settings.profiles().appointment()),
                List.of(new Fhir.Extension(Codes.OPERATOR, new Fhir.Reference(null, operator(booked.regulator())))),
                List.of(new Fhir.Identifier(null, system(), appointment.id().toString())),
                status(appointment.status()),
                FhirTimes.written(appointment.start()),
                FhirTimes.written(appointment.end()),
                FhirTimes.written(booked.at()),
                List.of(new SasResources.Participant(
                        new Fhir.Reference(
                                null,
                                new Fhir.Identifier(
                                        Fhir.Concept.of(Codes.IDENTIFIER_TYPE, "IDNPS"), Codes.PERSONS, "8" + rpps)),
                        "accepted"))));
    }

    String system() {
        return reporting.system().isEmpty() ? address.base() : reporting.system();
    }

    private static Fhir.Identifier operator(Regulator.Number number) {
        return new Fhir.Identifier(
                Fhir.Concept.of(Codes.IDENTIFIER_TYPE, number.kind().type()),
                number.kind().system(),
                number.value());
    }

    private static String status(AppointmentStatus status) {
        return switch (status) {
            case DONE -> "fulfilled";
            case NO_SHOW -> "noshow";
            case CANCELLED, EXPIRED -> "cancelled";
            case HELD, AWAITING_CODE, BOOKED, ARRIVED, IN_CONSULTATION -> "booked";
        };
    }

    /** Something waits for the national platform. */
    record ReportQueued() {}
}
