package fr.quartdheure.desk.practitioner.calendars;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.calendar.Clash;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Clashes with the names that their reader may know; reading them is traced. */
@Component
class ClashRows {

    private final Sites sites;
    private final Practitioners practitioners;
    private final Patients patients;
    private final ApplicationEventPublisher events;

    ClashRows(Sites sites, Practitioners practitioners, Patients patients, ApplicationEventPublisher events) {
        this.sites = sites;
        this.practitioners = practitioners;
        this.patients = patients;
        this.events = events;
    }

    /** @param role in which they are read; null for whoever may know no patient */
    List<ClashRow> of(List<Clash> clashes, @Nullable String role, boolean moves) {
        Map<UUID, Site> where =
                sites.listByIds(clashes.stream().map(Clash::siteId).distinct().toList());
        Map<UUID, Practitioner> who = practitioners.listByIds(
                clashes.stream().map(Clash::practitionerId).distinct().toList());
        Map<UUID, Patient> people = role == null ? Map.of() : people(clashes, role);
        return clashes.stream().map(one -> row(one, where, who, people, moves)).toList();
    }

    private Map<UUID, Patient> people(List<Clash> clashes, String role) {
        Map<UUID, Patient> people = patients.listByIds(
                clashes.stream().map(Clash::patientId).filter(Objects::nonNull).collect(Collectors.toSet()));
        if (!people.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", List.copyOf(people.keySet()))
                    .because("calendar-clash")
                    .as(role, null));
        }
        return people;
    }

    private static ClashRow row(
            Clash one, Map<UUID, Site> where, Map<UUID, Practitioner> who, Map<UUID, Patient> people, boolean moves) {
        UUID patientId = one.patientId();
        Patient patient = patientId == null ? null : people.get(patientId);
        Practitioner with = who.get(one.practitionerId());
        Site site = where.get(one.siteId());
        return new ClashRow(
                one.period().start().atZone(Paris.ZONE),
                one.period().end().atZone(Paris.ZONE),
                with == null ? "" : with.displayName(),
                patient == null ? "" : patient.displayName(),
                patient == null ? null : patient.phone(),
                site == null ? "" : site.name(),
                one.calendar(),
                one.elsewhere().start().atZone(Paris.ZONE),
                one.elsewhere().end().atZone(Paris.ZONE),
                moves
                        ? "/secretary/sites/" + one.siteId() + "?day="
                                + Paris.dayOf(one.period().start()) + "&move=" + one.appointmentId()
                        : null);
    }
}
