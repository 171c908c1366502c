package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.reception.CallSheet.Coming;
import fr.quartdheure.desk.secretary.reception.CallSheet.Person;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.reception.RedFlagList;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Settling;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the form of a call, with what is known of whoever is on the line. */
@Component
class CallSheets {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int SHOWN = 4;

    private final Menus menus;
    private final ReceptionDesk desk;
    private final DeskAccess access;
    private final Appointments appointments;
    private final Practitioners practitioners;
    private final Settling settling;
    private final Clock clock;

    CallSheets(
            Menus menus,
            ReceptionDesk desk,
            DeskAccess access,
            Appointments appointments,
            Practitioners practitioners,
            Settling settling,
            Clock clock) {
        this.menus = menus;
        this.desk = desk;
        this.access = access;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.settling = settling;
        this.clock = clock;
    }

    CallSheet draw(Standing at, UUID id, Instant startedAt, CallForm form, RedFlagList flags, boolean resumed) {
        Optional<Patient> chosen = chosen(form);
        chosen.ifPresent(one -> desk.trace(at.one(), List.of(one.id()), "call"));
        return new CallSheet(
                menus.of(at, "new-call"),
                id,
                startedAt,
                Paris.dayOf(clock.instant()),
                form,
                chosen.map(one -> person(at, one)).orElse(null),
                flags,
                form.alarms(flags),
                resumed);
    }

    /** Somebody known to the organisations she serves; whoever else the form names is nobody. */
    Optional<Patient> chosen(CallForm form) {
        return id(form.value("patient")).flatMap(access::patient);
    }

    static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Person person(Standing at, Patient patient) {
        Instant now = clock.instant();
        LocalDate today = Paris.dayOf(now);
        return new Person(
                PatientCard.of(patient, today),
                settling.countMissed(patient.id(), now.minus(YEAR)),
                appointments.listOfPatient(patient.id()).stream()
                        .filter(one -> one.status() == AppointmentStatus.BOOKED
                                && one.end().isAfter(now))
                        .filter(one -> access.appointment(one.id()).isPresent())
                        .sorted(java.util.Comparator.comparing(Appointment::start))
                        .limit(SHOWN)
                        .map(one -> coming(at, one))
                        .toList());
    }

    private Coming coming(Standing at, Appointment one) {
        var errand = new Errand(at.one().id(), Paris.dayOf(one.start()), null, null);
        return new Coming(
                one.start(),
                practitioners
                        .find(one.practitionerId())
                        .map(Practitioner::displayName)
                        .orElse(""),
                errand.appointment(one.id()));
    }
}
