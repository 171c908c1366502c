package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.DayBoard.Column;
import fr.quartdheure.desk.secretary.DayBoard.Row;
import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The week of a site: how full everybody is, or everything of one practitioner.
 *
 * @param chosen whose week it is; null for everybody's
 * @param team everybody who is there that week
 * @param lines one for each of them
 * @param columns the days of the chosen practitioner
 */
public record Week(
        Errand errand,
        Site site,
        LocalDate monday,
        LocalDate today,
        List<LocalDate> days,
        @Nullable Practitioner chosen,
        List<Practitioner> team,
        List<Line> lines,
        List<Column> columns,
        List<Row> rows) {

    /** A practitioner's days, in the order of {@link Week#days}. */
    public record Line(Practitioner who, String href, List<Load> loads) {}

    /** How full a day is; both 0: not there. */
    public record Load(LocalDate day, long booked, long free, String href) {

        public boolean there() {
            return booked + free > 0;
        }
    }

    public String on(LocalDate day, @Nullable UUID practitioner) {
        var there = new Errand(errand.site(), day, errand.patient(), errand.move(), errand.all());
        return there.page("week") + (practitioner == null ? "" : "&practitioner=" + practitioner);
    }
}
