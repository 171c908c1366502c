package fr.quartdheure.fhir;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.client.ClientNumber;
import fr.quartdheure.client.ClientPrincipal;
import fr.quartdheure.client.PatientNumbers;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.wire.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a client does with people that its organisation knows; each reading and writing is traced with it. */
@Component
class PatientActs {

    private final Patients patients;
    private final PatientNumbers numbers;
    private final ApplicationEventPublisher events;

    PatientActs(Patients patients, PatientNumbers numbers, ApplicationEventPublisher events) {
        this.patients = patients;
        this.numbers = numbers;
        this.events = events;
    }

    /** A new record, never attached by itself to one that is there. Told twice under one number, it is made once. */
    @Transactional
    public Done create(ClientPrincipal client, PatientTold told) {
        ClientNumber number = told.number();
        if (number != null) {
            Patient known = known(client, number);
            if (known != null && !known.identity().equals(told.identity())) {
                throw Refused.conflict("number-used", "Patient.identifier", "Patient/" + known.id());
            }
            if (known != null) {
                trace(List.of(known), "number");
                return new Done(known, false);
            }
        }
        Patient patient = patients.add(told.identity(), told.email(), told.phone(), "client");
        patients.know(patient.id(), client.organizationId());
        events.publishEvent(Trace.of("create", "patient", patient.id()));
        // Whoever told the same at the same time was first: this record is taken back.
        if (number != null && !numbers.add(client.clientId(), number, patient.id())) {
            throw Refused.conflict("number-used", "Patient.identifier", PatientResource.TYPE);
        }
        return new Done(patient, true);
    }

    @Transactional
    public Patient read(ClientPrincipal client, UUID id) {
        Patient found = patients.findKnownAt(List.of(client.organizationId()), id)
                .orElseThrow(() -> Refused.absent("resource-unknown", PatientResource.TYPE, id));
        trace(List.of(found), "read");
        return found;
    }

    /** Nobody, or the one who has this number. */
    @Transactional
    public List<Patient> listByNumber(ClientPrincipal client, ClientNumber number) {
        Patient known = known(client, number);
        List<Patient> found = known == null ? List.of() : List.of(known);
        trace(found, "number");
        return found;
    }

    /** Those with exactly these traits: whoever asks must know the person before she finds her. */
    @Transactional
    public List<Patient> listByTraits(ClientPrincipal client, Identity traits, boolean withFirstNames) {
        List<Patient> found = patients.listExact(client.organizationId(), traits).stream()
                .filter(one -> !withFirstNames || one.identity().isCalled(traits.firstNames()))
                .toList();
        trace(found, "traits");
        return found;
    }

    PatientResource write(Patient patient, ClientPrincipal client) {
        return PatientResource.of(patient, numbers.list(client.clientId(), patient.id()));
    }

    private @Nullable Patient known(ClientPrincipal client, ClientNumber number) {
        return numbers.find(client.clientId(), number)
                .flatMap(id -> patients.findKnownAt(List.of(client.organizationId()), id))
                .orElse(null);
    }

    private void trace(List<Patient> read, String how) {
        List<UUID> ids = read.stream().map(Patient::id).toList();
        if (!ids.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", ids).because(how));
        }
    }

    /** @param created whether she was not there before */
    record Done(Patient patient, boolean created) {}
}
