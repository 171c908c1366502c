package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.roster.Preview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change about to be made.
 *
 * @param kind what it is called
 * @param words the rules that it puts, in words
 * @param week the first week that it touches, or null when none within the horizon
 * @param stale whether somebody else changed the agenda meanwhile
 */
public record ChangeView(
        RulesErrand errand,
        RuleForm form,
        String kind,
        List<RulesView.Row> words,
        Preview preview,
        @Nullable WeekDrawing week,
        List<Conflict> conflicts,
        List<Overlap> overlaps,
        boolean stale) {

    /**
     * Somebody whose hour would go.
     *
     * @param patient empty when she is another site's
     * @param movable whether the reader may move her
     */
    public record Conflict(
            UUID id, String patient, String practitioner, Instant at, boolean movable, List<Choice> choices) {}

    /**
     * Where she could go.
     *
     * @param practitioner null when it is the same one
     * @param site null when it is the same one
     */
    public record Choice(
            String code,
            Instant at,
            @Nullable String practitioner,
            @Nullable String site,
            long minutes) {}

    /** What stands in the way of what: whose rule it is, where, and on which day first. */
    public record Overlap(
            boolean room,
            String who,
            @Nullable String where,
            LocalDate day,
            String hours,
            @Nullable String change) {}

    /** Every value typed, for hidden fields. */
    public Map<String, List<String>> typed() {
        return form.values();
    }

    /** The days on which something is otherwise. */
    public List<Map.Entry<LocalDate, Preview.Counts>> changedDays() {
        return preview.days().entrySet().stream()
                .filter(day -> day.getValue().made() + day.getValue().removed() > 0)
                .toList();
    }

    public boolean may() {
        return overlaps.isEmpty();
    }
}
