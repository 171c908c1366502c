package fr.quartdheure.roster;

import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.time.Paris;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change would do. Nothing is done yet.
 *
 * @param edition of the agenda that was looked at
 * @param before the hours given from today to the end of the horizon
 * @param after the same, were it changed
 * @param conflicts appointments that would stand outside the hours, by hour
 * @param overlaps why it is refused; empty when it may be done
 * @param clocks days on which a clock change makes a window shorter or longer
 */
public record Preview(
        int edition,
        Set<Hour> before,
        Set<Hour> after,
        List<Conflict> conflicts,
        List<Overlap> overlaps,
        List<ClockChange> clocks) {

    /**
     * An appointment in the way.
     *
     * @param proposals the best one first; empty when nothing is free
     */
    public record Conflict(Appointment appointment, List<Proposal> proposals) {}

    /** A window of so many minutes on the wall that lasts so many. */
    public record ClockChange(LocalDate day, long wall, long real) {}

    /** Hours of one day. */
    public record Counts(int made, int removed, int kept) {

        Counts plus(int more, int less, int same) {
            return new Counts(made + more, removed + less, kept + same);
        }
    }

    /** Every day of the horizon on which somebody receives or received. */
    public SortedMap<LocalDate, Counts> days() {
        var days = new TreeMap<LocalDate, Counts>();
        for (Hour hour : after) {
            boolean kept = before.contains(hour);
            days.merge(day(hour), new Counts(kept ? 0 : 1, 0, kept ? 1 : 0), (was, one) -> sum(was, one));
        }
        for (Hour hour : before) {
            if (!after.contains(hour)) {
                days.merge(day(hour), new Counts(0, 1, 0), (was, one) -> sum(was, one));
            }
        }
        return days;
    }

    private static Counts sum(Counts was, Counts one) {
        return was.plus(one.made(), one.removed(), one.kept());
    }

    public Counts total() {
        return days().values().stream().reduce(new Counts(0, 0, 0), Preview::sum);
    }

    /** The first day on which anything is otherwise within the horizon of {@value Horizon#DAYS} days. */
    public Optional<LocalDate> firstDifference() {
        return days().entrySet().stream()
                .filter(day -> day.getValue().made() + day.getValue().removed() > 0)
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    private static LocalDate day(Hour hour) {
        return Paris.dayOf(hour.period().start());
    }
}
