package fr.quartdheure.desk.secretary.recall;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Site;
import fr.quartdheure.roster.Recall;
import fr.quartdheure.roster.Reoffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages of a sudden absence show. */
public final class RecallView {

    private RecallView() {}

    /**
     * The question who cannot come.
     *
     * @param planned null before anybody was chosen
     * @param running recalls that are not over
     */
    public record Ask(
            RecallForm form,
            List<Team> teams,
            @Nullable Planned planned,
            @Nullable String refusal,
            List<Running> running,
            @Nullable String said) {}

    /** A site and who receives there. */
    public record Team(Site site, List<Practitioner> people) {}

    /** @param free hours that would close */
    public record Planned(Practitioner practitioner, Site site, List<Person> people, int free, int elsewhere) {}

    /** A recall in one line. */
    public record Running(Recall recall, String practitioner, int waiting, int all) {}

    /** A recall and everybody in it. */
    public record Sheet(
            Recall recall,
            String practitioner,
            List<Row> rows,
            Map<Reoffer.State, Long> counts,
            @Nullable String said) {

        public long waiting() {
            return rows.stream().filter(row -> row.reoffer().state().isOpen()).count();
        }
    }

    /**
     * Somebody in a recall.
     *
     * @param now where the appointment stands
     * @param move where it is moved by hand
     */
    public record Row(Reoffer reoffer, Person person, Instant now, String with, String open, String move) {}

    /** Somebody booked, with the hours proposed to her. */
    public record Person(
            UUID appointment, String name, @Nullable String phone, boolean told, Instant at, List<Choice> choices) {}

    /** @param site null when it is the same one */
    public record Choice(
            UUID slot,
            Instant at,
            String practitioner,
            @Nullable String site) {}
}
