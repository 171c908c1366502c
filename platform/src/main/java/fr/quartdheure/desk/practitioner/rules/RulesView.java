package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.directory.Closure;
import fr.quartdheure.roster.RuleChange;
import fr.quartdheure.roster.RuleDay;
import fr.quartdheure.scheduling.Absence;
import fr.quartdheure.scheduling.AvailabilityRule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's agenda as its rules make it.
 *
 * @param week drawn
 * @param rows every rule that is not over, by weekday
 * @param exceptions days to come on which a rule does not run
 * @param outside appointments that stand outside the hours
 * @param history what was changed, the newest first
 * @param undoable whether the newest may be undone
 * @param said what has just happened, or null
 */
public record RulesView(
        RulesErrand errand,
        LocalDate today,
        WeekDrawing week,
        List<Row> rows,
        List<Exception> exceptions,
        List<Absence> absences,
        List<Closure> closures,
        boolean opensOnHolidays,
        List<Outside> outside,
        List<RuleChange> history,
        boolean undoable,
        @Nullable Said said) {

    /**
     * A rule in words.
     *
     * @param mine whether the reader may change it
     */
    public record Row(
            AvailabilityRule rule,
            String site,
            @Nullable String room,
            String service,
            List<String> cpts,
            boolean mine) {

        public boolean begins(LocalDate today) {
            return rule.recurrence().from().isAfter(today);
        }

        public boolean isOnce() {
            return rule.recurrence().from().equals(rule.recurrence().until());
        }
    }

    /** A day on which a rule does not run. */
    public record Exception(RuleDay day, LocalTime starts, LocalTime ends, boolean mine) {}

    /**
     * An appointment outside the hours.
     *
     * @param patient empty when she is another site's
     * @param move where it is moved by hand, or null
     */
    public record Outside(
            UUID id,
            ZonedDateTime at,
            String practitioner,
            String patient,
            @Nullable String phone,
            @Nullable String move) {}

    /** What was done: how many appointments moved and stayed. */
    public record Said(String kind, int moved, int stayed) {}
}
