package fr.quartdheure.desk.secretary;

import fr.quartdheure.directory.Service;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.Slot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time that may be given.
 *
 * @param patient for whom; null while nobody is chosen
 * @param moving the appointment that would come here, or null
 * @param bookable whether it is still free
 * @param refusal why it was not given: "taken", "patient-busy", "not-bookable", "not-active", or null
 */
public record SlotChoice(
        Errand errand,
        Slot slot,
        String practitioner,
        String site,
        Service service,
        @Nullable PatientCard patient,
        @Nullable Appointment moving,
        boolean bookable,
        @Nullable String refusal,
        List<Alternative> alternatives) {

    public boolean unscheduled() {
        return slot.kind() == Kind.UNSCHEDULED;
    }

    public boolean remote() {
        return slot.mode() == Mode.TELECONSULTATION;
    }

    public record Alternative(Instant start, String practitioner, String href) {}
}
