package fr.quartdheure.desk.secretary.recall;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.recall.RecallView.Choice;
import fr.quartdheure.desk.secretary.recall.RecallView.Person;
import fr.quartdheure.desk.secretary.recall.RecallView.Row;
import fr.quartdheure.desk.secretary.recall.RecallView.Running;
import fr.quartdheure.desk.secretary.recall.RecallView.Sheet;
import fr.quartdheure.desk.secretary.recall.RecallView.Team;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.roster.Recall;
import fr.quartdheure.roster.Recalls;
import fr.quartdheure.roster.Reoffer;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gathers names and hours for the pages of a sudden absence; whoever is named is traced as read. */
@Component
class RecallViews {

    private final DeskAccess access;
    private final Recalls recalls;
    private final Appointments appointments;
    private final Slots slots;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecallViews(
            DeskAccess access,
            Recalls recalls,
            Appointments appointments,
            Slots slots,
            Patients patients,
            Practitioners practitioners,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.recalls = recalls;
        this.appointments = appointments;
        this.slots = slots;
        this.patients = patients;
        this.practitioners = practitioners;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    List<Team> teams() {
        return access.sites().stream()
                .map(site -> new Team(
                        site,
                        practitioners.ofSite(site.id()).stream()
                                .map(PractitionerAtSite::practitioner)
                                .toList()))
                .filter(team -> !team.people().isEmpty())
                .toList();
    }

    List<Running> running() {
        return recalls.list(access.organizations(), clock.instant()).stream()
                .map(recall -> {
                    List<Reoffer> all = recalls.listReoffers(recall.id());
                    int waiting = (int)
                            all.stream().filter(one -> one.state().isOpen()).count();
                    return new Running(recall, name(recall.practitionerId()), waiting, all.size());
                })
                .toList();
    }

    List<Person> people(Site site, Map<Appointment, List<Slot>> planned) {
        Map<UUID, Patient> known = read(site, planned.keySet());
        return planned.entrySet().stream()
                .map(one -> person(one.getKey(), known, one.getValue()))
                .toList();
    }

    Sheet sheet(Recall recall, Site site, @Nullable String said) {
        List<Reoffer> all = recalls.listReoffers(recall.id());
        Map<UUID, Appointment> booked = all.stream()
                .flatMap(one -> appointments.find(one.appointmentId()).stream())
                .collect(Collectors.toMap(Appointment::id, one -> one));
        Map<UUID, Patient> known = read(site, booked.values());
        return new Sheet(
                recall,
                name(recall.practitionerId()),
                all.stream()
                        .filter(one -> one.state() == Reoffer.State.MOVED || mayActOn(one))
                        .map(one -> row(recall, one, Objects.requireNonNull(booked.get(one.appointmentId())), known))
                        .toList(),
                all.stream().collect(Collectors.groupingBy(Reoffer::state, Collectors.counting())),
                said);
    }

    /** Whether the appointment stands at a site that she serves; one that moved may stand elsewhere. */
    boolean mayActOn(Reoffer one) {
        return appointments
                .find(one.appointmentId())
                .flatMap(found -> access.site(found.siteId()))
                .isPresent();
    }

    private Row row(Recall recall, Reoffer one, Appointment now, Map<UUID, Patient> known) {
        List<Slot> proposed = one.state().isOpen()
                ? recalls.hours(one.id()).stream()
                        .flatMap(id -> slots.find(id).stream())
                        .filter(Slot::free)
                        .toList()
                : List.of();
        String at = "?at=" + now.siteId() + "&day=" + Paris.dayOf(now.start());
        return new Row(
                one,
                person(now, known, proposed),
                now.start(),
                name(now.practitionerId()),
                "/secretary/appointments/" + now.id() + at,
                "/secretary/sites/" + now.siteId() + "?day=" + Paris.dayOf(now.start()) + "&move=" + now.id());
    }

    private Map<UUID, Patient> read(Site site, Collection<Appointment> booked) {
        List<UUID> ids = booked.stream()
                .map(Appointment::patientId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", ids)
                    .because("recall")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
        return patients.listByIds(ids);
    }

    private Person person(Appointment one, Map<UUID, Patient> known, List<Slot> hours) {
        UUID patientId = one.patientId();
        Patient patient = patientId == null ? null : known.get(patientId);
        return new Person(
                one.id(),
                patient == null ? "" : patient.displayName(),
                patient == null ? null : patient.phone(),
                patient != null && (patient.email() != null || patient.phone() != null),
                one.start(),
                hours.stream()
                        .map(slot -> new Choice(
                                slot.id(),
                                slot.start(),
                                name(slot.practitionerId()),
                                slot.siteId().equals(one.siteId())
                                        ? null
                                        : sites.find(slot.siteId())
                                                .map(Site::name)
                                                .orElse("")))
                        .toList());
    }

    private String name(UUID practitionerId) {
        return practitioners.find(practitionerId).map(Practitioner::displayName).orElse("");
    }
}
