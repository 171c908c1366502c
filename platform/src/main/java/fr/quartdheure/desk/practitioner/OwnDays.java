package fr.quartdheure.desk.practitioner;

import fr.quartdheure.desk.practitioner.OwnDay.Line;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a practitioner's day together and says who comes next. */
@Component
class OwnDays {

    private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Appointments appointments;
    private final Slots slots;
    private final Patients patients;
    private final Services services;
    private final Sites sites;
    private final Clock clock;

    OwnDays(Appointments appointments, Slots slots, Patients patients, Services services, Sites sites, Clock clock) {
        this.appointments = appointments;
        this.slots = slots;
        this.patients = patients;
        this.services = services;
        this.sites = sites;
        this.clock = clock;
    }

    OwnDay of(UUID practitionerId, LocalDate day, LocalDate today) {
        var from = Paris.startOf(day);
        var to = Paris.startOf(day.plusDays(1));
        List<Appointment> booked = appointments.listOfPractitioner(practitionerId, from, to);
        List<Slot> free = slots.listOfPractitioner(practitionerId, from, to).stream()
                .filter(slot -> slot.free() && slot.end().isAfter(clock.instant()))
                .toList();
        var people = patients.listByIds(booked.stream()
                .map(Appointment::patientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var places = sites.listByIds(Stream.concat(
                        booked.stream().map(Appointment::siteId), free.stream().map(Slot::siteId))
                .collect(Collectors.toSet()));
        var lines = new ArrayList<Line>();
        booked.forEach(one -> lines.add(line(one, people.get(one.patientId()), name(places, one.siteId()), today)));
        free.forEach(slot ->
                lines.add(new Line(slot.start(), slot.end(), null, "", "", 0, "", "", name(places, slot.siteId()))));
        lines.sort(Comparator.comparing(Line::start));
        return new OwnDay(day, today, day.equals(today) ? current(lines) : null, lines);
    }

    private Line line(Appointment one, @Nullable Patient patient, String site, LocalDate today) {
        Optional<Reason> reason = services.find(one.service()).flatMap(service -> service.reason(one.reason()));
        LocalDate born = patient == null ? today : patient.identity().birthDate();
        return new Line(
                one.start(),
                one.end(),
                one,
                patient == null ? "" : patient.displayName(),
                BIRTH.format(born),
                Period.between(born, today).getYears(),
                reason.map(Reason::nameFr).orElse(""),
                reason.map(Reason::nameEn).orElse(""),
                site);
    }

    /** Who is in consultation; else who is there, in order of appointment; else who is still expected. */
    private static @Nullable Line current(List<Line> lines) {
        return Stream.of(AppointmentStatus.IN_CONSULTATION, AppointmentStatus.ARRIVED, AppointmentStatus.BOOKED)
                .flatMap(status -> lines.stream().filter(line -> line.status() == status))
                .findFirst()
                .orElse(null);
    }

    private static String name(Map<UUID, Site> places, UUID siteId) {
        Site site = places.get(siteId);
        return site == null ? "" : site.name();
    }
}
