package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * More hours on one day, as they were typed.
 *
 * @param room id of one of the rooms; empty for a teleconsultation
 * @param refusal "form", "past", "receiving", "closed" or null
 */
public record WindowForm(
        Errand errand,
        Site site,
        List<PractitionerAtSite> team,
        List<Service> services,
        List<Room> rooms,
        String practitioner,
        String service,
        String room,
        String from,
        int minutes,
        int count,
        @Nullable String refusal) {}
