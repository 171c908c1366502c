package fr.quartdheure.desk.secretary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of somebody new.
 *
 * @param alike people already known who may be the same
 */
public record NewPatient(Errand errand, @Nullable UUID slot, PatientForm.Read form, List<PatientCard> alike) {

    /** Where choosing one of those already known leads. */
    public String href(PatientCard patient) {
        return slot == null ? errand.boardFor(patient.id()) : errand.slotFor(slot, patient.id());
    }
}
