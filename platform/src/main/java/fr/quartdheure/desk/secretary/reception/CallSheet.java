package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.reception.CallOutcome;
import fr.quartdheure.reception.CallReason;
import fr.quartdheure.reception.Caller;
import fr.quartdheure.reception.RedFlagList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a call.
 *
 * @param patient the known person that was chosen
 * @param alarm whether the banner to call the 15 is shown
 * @param resumed whether it was begun before, and kept
 */
public record CallSheet(
        Menu menu,
        UUID id,
        Instant startedAt,
        LocalDate today,
        CallForm form,
        @Nullable Person patient,
        RedFlagList flags,
        boolean alarm,
        boolean resumed) {

    public Standing at() {
        return menu.at();
    }

    public String base() {
        return "/secretary/calls/" + id;
    }

    /** This page again, with somebody chosen or nobody. */
    public String choosing(@Nullable UUID person) {
        return "/secretary/calls/new?site=" + at().key() + "&call=" + id + "&started=" + startedAt.toEpochMilli()
                + "&patient=" + (person == null ? "none" : person);
    }

    public Caller[] callers() {
        return Caller.values();
    }

    public CallReason[] reasons() {
        return CallReason.values();
    }

    public CallOutcome[] outcomes() {
        return CallOutcome.values();
    }

    /** The board, with her on the line. */
    public String booking(UUID person) {
        return new Errand(at().one().id(), today, person, null).board();
    }

    /**
     * Who was chosen.
     *
     * @param missed how often she did not come, over a year
     */
    public record Person(PatientCard card, int missed, List<Coming> coming) {}

    /** An hour she has. */
    public record Coming(Instant start, String practitioner, String href) {}
}
