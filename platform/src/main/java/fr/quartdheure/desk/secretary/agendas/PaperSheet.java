package fr.quartdheure.desk.secretary.agendas;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Site;
import fr.quartdheure.reception.CallBack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day of a site on paper.
 *
 * @param calls those who wait to be called back, with the name that goes with each
 */
public record PaperSheet(Site site, LocalDate day, Instant madeAt, List<Column> columns, List<Calling> calls) {

    public boolean isEmpty() {
        return columns.isEmpty() && calls.isEmpty();
    }

    /** One practitioner. */
    public record Column(String practitioner, List<Line> lines) {}

    /**
     * An hour: somebody's, or a free one to be written into.
     *
     * @param room its name, or ""
     */
    public record Line(
            Instant start,
            Instant end,
            @Nullable PatientCard patient,
            @Nullable Reason reason,
            String room,
            boolean unscheduled,
            boolean remote) {}

    public record Calling(CallBack callBack, String name, String phone) {}
}
