package fr.quartdheure.desk.secretary;

import fr.quartdheure.directory.OpeningHours;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day of a site as its secretary sees it.
 *
 * @param sites those she serves, to go from one to another
 * @param today the present day
 * @param columns one for each practitioner who is there that day
 * @param rows the quarter hours of the same columns
 * @param shared free unscheduled slots of other sites that she may fill
 * @param caller whom she looks for a time for
 * @param last code of what she did last and can take back, or null
 */
public record DayBoard(
        Site site,
        List<Site> sites,
        Errand errand,
        LocalDate today,
        Opening opening,
        List<Column> columns,
        List<Row> rows,
        List<Shared> shared,
        @Nullable PatientCard caller,
        @Nullable Toast toast,
        @Nullable String last) {

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    public boolean seeking() {
        return caller != null;
    }

    /**
     * One practitioner: the same entries serve the table's head and the list of a phone.
     *
     * @param site its name, where several stand side by side
     */
    public record Column(
            String id,
            String name,
            List<Service> services,
            List<String> rooms,
            List<Entry> entries,
            @Nullable String site) {

        Column at(Site place) {
            return new Column(id + "-" + place.id(), name, services, rooms, entries, place.name());
        }
    }

    /** @param now whether the line of the present time runs above it */
    public record Row(Instant start, boolean now, List<Cell> cells) {}

    /** @param rows how many quarter hours it covers */
    public record Cell(int rows, List<Entry> entries) {}

    /** @param holidayKey message of the public holiday on which the site is closed, or null */
    public record Opening(
            List<OpeningHours> hours,
            @Nullable String holidayKey,
            @Nullable String closure) {

        public boolean closed() {
            return holidayKey != null || closure != null || hours.isEmpty();
        }
    }

    public record Shared(Instant start, String practitioner, String site, String href) {}
}
