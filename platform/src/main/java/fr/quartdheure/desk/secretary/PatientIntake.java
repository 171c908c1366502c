package fr.quartdheure.desk.secretary;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.ui.PatientForm;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PatientQuery;
import fr.quartdheure.patient.Patients;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes somebody new in, unless she is somebody already known. */
@Component
class PatientIntake {

    private static final int ALIKE = 5;

    private final Patients patients;
    private final ApplicationEventPublisher events;

    PatientIntake(Patients patients, ApplicationEventPublisher events) {
        this.patients = patients;
        this.events = events;
    }

    /** Born the same day with a similar name: shown, never merged. */
    List<Patient> alike(PatientForm.Read form, Collection<UUID> organizations, Site site) {
        Identity identity = form.identity();
        var query = new PatientQuery(identity.birthName() + " " + identity.firstNames(), identity.birthDate(), null);
        List<Patient> found = patients.search(organizations, query, ALIKE);
        if (!found.isEmpty()) {
            events.publishEvent(Trace.of(
                            "search", "patient", found.stream().map(Patient::id).toList())
                    .because("duplicates")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
        return found;
    }

    /** Known to other organisations alone, under exactly the same name, birth date and sex. */
    List<Patient> elsewhere(PatientForm.Read form, Collection<UUID> organizations, Site site) {
        List<Patient> found = patients.listElsewhere(organizations, form.identity());
        if (!found.isEmpty()) {
            events.publishEvent(Trace.of(
                            "search", "patient", found.stream().map(Patient::id).toList())
                    .because("elsewhere")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
        return found;
    }

    /** Goes on with a record of another organisation; empty unless its traits are those that were typed. */
    @Transactional
    public Optional<Patient> adopt(PatientForm.Read form, UUID id, Collection<UUID> organizations, Site site) {
        Optional<Patient> found = patients.listElsewhere(organizations, form.identity()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        found.ifPresent(patient -> {
            patients.know(patient.id(), site.organizationId());
            events.publishEvent(
                    Trace.of("adopt", "patient", patient.id()).as(DeskAccess.roleAt(site), site.organizationId()));
        });
        return found;
    }

    @Transactional
    public Patient add(PatientForm.Read form, Site site) {
        Patient patient = patients.add(form.identity(), form.normalEmail(), form.normalPhone(), "secretary");
        patients.know(patient.id(), site.organizationId());
        events.publishEvent(
                Trace.of("create", "patient", patient.id()).as(DeskAccess.roleAt(site), site.organizationId()));
        return patient;
    }
}
