package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.SlotTasks.Task;
import fr.quartdheure.directory.Service;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who else could see somebody about the time that was wanted.
 *
 * @param groups nearest first: the same site, her other sites, what other sites share, anybody within reach
 */
public record Others(
        Task task,
        String practitioner,
        Service service,
        @Nullable PatientCard patient,
        List<Group> groups) {

    public boolean isNobody() {
        return groups.stream().allMatch(group -> group.times().isEmpty());
    }

    /** @param key "here", "sites", "shared" or "reach" */
    public record Group(String key, List<Time> times) {}

    /**
     * @param minutes from her site, or 0
     * @param href where it is booked; a place of another organisation is booked by its public page
     */
    public record Time(Instant start, String practitioner, String site, long minutes, String href, boolean elsewhere) {}
}
