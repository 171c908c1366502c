package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Site;
import fr.quartdheure.scheduling.Appointment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Time to be blocked, as it was typed.
 *
 * @param refusal "hours", "past", "standing" or null
 * @param standing the appointments that are there
 */
public record BlockForm(
        Errand errand,
        Site site,
        List<PractitionerAtSite> team,
        String practitioner,
        String from,
        String to,
        String label,
        @Nullable String refusal,
        List<Standing> standing) {

    /** An appointment in the way, and where it is opened. */
    public record Standing(
            Appointment appointment, @Nullable String name, String href) {}
}
