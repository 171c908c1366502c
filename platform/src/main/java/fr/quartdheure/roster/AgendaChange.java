package fr.quartdheure.roster;

import fr.quartdheure.directory.Closure;
import fr.quartdheure.scheduling.Absence;
import fr.quartdheure.scheduling.AvailabilityRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is to become of an agenda. What takes a change back is one of these too.
 *
 * @param put rules as they shall stand, new ones and old ones
 * @param removed rules that shall never have been
 * @param excepted days on which a rule shall not run
 * @param resumed days on which it shall run again
 * @param away new absences
 * @param back absences that end before they began
 * @param closed new closures of a site
 * @param reopened closures that are taken back
 * @param holidays whether a site is open on public holidays, by its id
 */
public record AgendaChange(
        List<AvailabilityRule> put,
        Set<UUID> removed,
        Set<RuleDay> excepted,
        Set<RuleDay> resumed,
        List<Absence> away,
        List<Absence> back,
        List<Closure> closed,
        List<Closure> reopened,
        Map<UUID, Boolean> holidays) {

    public static final AgendaChange NONE = new AgendaChange(
            List.of(), Set.of(), Set.of(), Set.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

    public AgendaChange {
        put = List.copyOf(put);
        removed = Set.copyOf(removed);
        excepted = Set.copyOf(excepted);
        resumed = Set.copyOf(resumed);
        away = List.copyOf(away);
        back = List.copyOf(back);
        closed = List.copyOf(closed);
        reopened = List.copyOf(reopened);
        holidays = Map.copyOf(holidays);
    }

    public static AgendaChange put(List<AvailabilityRule> rules) {
        return new AgendaChange(
                rules, Set.of(), Set.of(), Set.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    public static AgendaChange remove(UUID rule) {
        return new AgendaChange(
                List.of(), Set.of(rule), Set.of(), Set.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    public static AgendaChange except(RuleDay day, List<AvailabilityRule> instead) {
        return new AgendaChange(
                instead, Set.of(), Set.of(day), Set.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    public static AgendaChange resume(RuleDay day) {
        return new AgendaChange(
                List.of(), Set.of(), Set.of(), Set.of(day), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    public static AgendaChange away(List<Absence> absences) {
        return new AgendaChange(
                List.of(), Set.of(), Set.of(), Set.of(), absences, List.of(), List.of(), List.of(), Map.of());
    }

    public static AgendaChange back(List<Absence> absences) {
        return new AgendaChange(
                List.of(), Set.of(), Set.of(), Set.of(), List.of(), absences, List.of(), List.of(), Map.of());
    }

    public static AgendaChange close(List<Closure> closures) {
        return new AgendaChange(
                List.of(), Set.of(), Set.of(), Set.of(), List.of(), List.of(), closures, List.of(), Map.of());
    }

    public static AgendaChange reopen(List<Closure> closures) {
        return new AgendaChange(
                List.of(), Set.of(), Set.of(), Set.of(), List.of(), List.of(), List.of(), closures, Map.of());
    }

    public static AgendaChange holidays(UUID site, boolean open) {
        return new AgendaChange(
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(site, open));
    }
}
