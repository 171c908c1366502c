package fr.quartdheure.desk.secretary;

import fr.quartdheure.directory.Service;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Paris;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time that may be given.
 *
 * @param patient for whom; null while nobody is chosen
 * @param moving the appointment that would come here, or null
 * @param bookable whether it is still free
 * @param conflicts what stands in the way, when she may put somebody beside it
 * @param company who and what may be taken as well
 * @param own whether it is at one of her sites
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
        List<Alternative> alternatives,
        List<Overbook.Line> conflicts,
        List<Company.Option> company,
        boolean own) {

    public List<String> overbookReasons() {
        return Overbook.REASONS;
    }

    /** Where this time is blocked instead of given. */
    public String block() {
        return errand.page("blocks/new") + "&practitioner=" + slot.practitionerId() + "&from="
                + slot.start().atZone(Paris.ZONE).toLocalTime() + "&to="
                + slot.end().atZone(Paris.ZONE).toLocalTime();
    }

    /** What else belongs to this slot's page, with everything carried along. */
    public String page(String name) {
        return errand.slot(slot.id()).replace("/slots/" + slot.id() + "?", "/slots/" + slot.id() + "/" + name + "?");
    }

    public boolean unscheduled() {
        return slot.kind() == Kind.UNSCHEDULED;
    }

    public boolean remote() {
        return slot.mode() == Mode.TELECONSULTATION;
    }

    public record Alternative(Instant start, String practitioner, String href) {}
}
