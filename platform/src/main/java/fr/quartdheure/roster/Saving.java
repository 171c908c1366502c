package fr.quartdheure.roster;

import fr.quartdheure.scheduling.Appointment;
import java.util.List;

/** What came of changing an agenda. */
public sealed interface Saving {

    /**
     * @param moved appointments that stand at another hour now
     * @param stayed those that stand outside the hours now, because somebody decided so or their new hour was taken
     */
    record Saved(RuleChange change, List<Appointment> moved, List<Appointment> stayed) implements Saving {}

    /** Somebody else changed this agenda since it was looked at; nothing was done. */
    record Stale() implements Saving {}

    /** Two rules would want one person or one room; nothing was done. */
    record Refused(List<Overlap> overlaps) implements Saving {}
}
