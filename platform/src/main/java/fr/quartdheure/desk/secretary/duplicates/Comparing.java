package fr.quartdheure.desk.secretary.duplicates;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.patient.Merging;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.PatientAgenda;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays two records side by side, and proposes which one stays. */
@Component
class Comparing {

    private final Patients patients;
    private final PatientAgenda agenda;
    private final Organizations organizations;
    private final Merging merging;
    private final Hindrances hindrances;
    private final Clock clock;

    Comparing(
            Patients patients,
            PatientAgenda agenda,
            Organizations organizations,
            Merging merging,
            Hindrances hindrances,
            Clock clock) {
        this.patients = patients;
        this.agenda = agenda;
        this.organizations = organizations;
        this.merging = merging;
        this.hindrances = hindrances;
        this.clock = clock;
    }

    /** @param form what was chosen, or null for what is proposed */
    Comparison compare(Patient one, Patient other, @Nullable CompareForm form, @Nullable String refusal) {
        Comparison.Side first = side(one);
        Comparison.Side second = side(other);
        CompareForm chosen = form != null ? form : proposed(first, second);
        return new Comparison(first, second, chosen, hindrances.of(merging.obstacles(one.id(), other.id())), refusal);
    }

    /** The one whose documents were seen; else the one with more appointments. */
    private static CompareForm proposed(Comparison.Side one, Comparison.Side other) {
        boolean otherStays =
                one.isValidated() == other.isValidated() ? weight(other) > weight(one) : other.isValidated();
        return otherStays
                ? CompareForm.of(other.patient(), one.patient())
                : CompareForm.of(one.patient(), other.patient());
    }

    private static int weight(Comparison.Side side) {
        return side.count().coming() + side.count().past();
    }

    private Comparison.Side side(Patient patient) {
        List<UUID> knowing = patients.listKnowing(patient.id());
        return new Comparison.Side(
                patient,
                PatientCard.of(patient, Paris.dayOf(clock.instant())),
                agenda.count(patient.id()),
                organizations.listByIds(knowing).values().stream()
                        .map(Organization::name)
                        .sorted()
                        .toList());
    }
}
