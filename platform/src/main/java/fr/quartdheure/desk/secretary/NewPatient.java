package fr.quartdheure.desk.secretary;

import fr.quartdheure.desk.ui.PatientForm;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of somebody new.
 *
 * @param slot the time chosen before the person, or null
 * @param visit who else is to be visited there; null when it is no visit
 * @param alike who may be the same
 */
public record NewPatient(
        Errand errand, @Nullable UUID slot, @Nullable String visit, PatientForm.Read form, Alike alike) {

    /**
     * People already known who may be the same.
     *
     * @param here with a similar name, at the secretary's own organisations
     * @param elsewhere with exactly the same name, birth date and sex, at others
     */
    public record Alike(List<PatientCard> here, List<PatientCard> elsewhere) {

        static final Alike NONE = new Alike(List.of(), List.of());

        public boolean isNobody() {
            return here.isEmpty() && elsewhere.isEmpty();
        }
    }

    /** Where choosing one of those already known leads. */
    public String href(PatientCard patient) {
        return errand.chosen(patient.id(), slot, visit);
    }
}
