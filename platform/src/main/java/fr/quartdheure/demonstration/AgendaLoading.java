package fr.quartdheure.demonstration;

import fr.quartdheure.demo.Agendas;
import fr.quartdheure.demo.Booked;
import fr.quartdheure.demo.Person;
import fr.quartdheure.demo.Population;
import fr.quartdheure.demo.Rule;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.scheduling.AppointmentLoading;
import fr.quartdheure.scheduling.AppointmentLoading.Known;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Patients who do not exist and their appointments: full for two weeks, thinning after. */
@Component
class AgendaLoading {

    private static final int PATIENTS = 3000;

    private final Patients patients;
    private final Sites sites;
    private final AppointmentLoading appointments;
    private final Clock clock;

    AgendaLoading(Patients patients, Sites sites, AppointmentLoading appointments, Clock clock) {
        this.patients = patients;
        this.sites = sites;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** @return appointments made */
    int load(Population population, LocalDate today) {
        List<Patient> people = population.patients(PATIENTS).stream()
                .map(AgendaLoading::patient)
                .toList();
        patients.addAll(people, "demo");
        Map<UUID, Rule> rules = population.rules().stream()
                .collect(Collectors.toMap(rule -> DemoIds.of("rule", rule.key()), Function.identity()));
        var agendas = new Agendas(population, PATIENTS);
        List<Known> known = new ArrayList<>();
        for (AppointmentLoading.OfRule slot : appointments.listSlots(Paris.startOf(today))) {
            Rule rule = rules.get(slot.ruleId());
            if (rule != null) {
                booked(agendas, rule, slot.slot(), today)
                        .map(booked -> known(slot.slot(), people.get(booked.patientNumber()), booked))
                        .ifPresent(known::add);
            }
        }
        appointments.load(known);
        remember(known);
        return known.size();
    }

    private static Optional<Booked> booked(Agendas agendas, Rule rule, Slot slot, LocalDate today) {
        return agendas.at(rule, slot.start().atZone(Paris.ZONE).toLocalDateTime(), today)
                .filter(booked -> !booked.cancelled());
    }

    private Known known(Slot slot, Patient patient, Booked booked) {
        Instant now = clock.instant();
        AppointmentStatus status = slot.end().isBefore(now) ? AppointmentStatus.DONE : AppointmentStatus.BOOKED;
        return new Known(slot, patient.id(), booked.reason(), status);
    }

    private void remember(List<Known> known) {
        var organizations =
                sites.listByIds(known.stream().map(one -> one.slot().siteId()).collect(Collectors.toSet()));
        Set<Map.Entry<UUID, UUID>> pairs = new HashSet<>();
        for (Known one : known) {
            var site = organizations.get(one.slot().siteId());
            if (site != null) {
                pairs.add(Map.entry(one.patientId(), site.organizationId()));
            }
        }
        patients.knowAll(pairs);
    }

    private static Patient patient(Person person) {
        return new Patient(
                DemoIds.of("patient", String.valueOf(person.number())),
                new Identity(
                        person.birthName(),
                        person.firstNames(),
                        person.birthDate(),
                        Sex.find(person.sex()).orElse(Sex.UNKNOWN)),
                "provisional",
                person.email(),
                "+33" + person.phone().replaceAll("\\s", "").substring(1));
    }
}
