package fr.quartdheure.roster;

import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.time.Recurrence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two rules that want one person or one room at once.
 *
 * @param other the rule that stands in the way
 * @param day the first on which both would run
 * @param room whether it is the room; else the practitioner
 */
public record Overlap(AvailabilityRule wanted, AvailabilityRule other, LocalDate day, boolean room) {

    /** Rhythms of one to four weeks fall together within twelve weeks or never. */
    private static final int WEEKS = 12;

    private static final Collection<AvailabilityRule> NO_RULES = List.of();

    /** What a change would bring into each other's way, from a day on; what was so before is not its fault. */
    static List<Overlap> broughtBy(AgendaChange change, AgendaState before, LocalDate today) {
        AgendaState after = before.apply(change);
        Set<UUID> changed = Stream.concat(
                        change.put().stream().map(AvailabilityRule::id),
                        change.resumed().stream().map(RuleDay::ruleId))
                .collect(Collectors.toSet());
        Set<Set<UUID>> known =
                among(before, changed, today).stream().map(Overlap::pair).collect(Collectors.toSet());
        return among(after, changed, today).stream()
                .filter(one -> !known.contains(one.pair()))
                .toList();
    }

    private Set<UUID> pair() {
        return Set.of(wanted.id(), other.id());
    }

    private static List<Overlap> among(AgendaState state, Set<UUID> changed, LocalDate today) {
        var found = new ArrayList<Overlap>();
        for (AvailabilityRule rule : state.rules().values()) {
            for (AvailabilityRule other :
                    changed.contains(rule.id()) ? state.rules().values() : NO_RULES) {
                boolean twice = changed.contains(other.id()) && other.id().compareTo(rule.id()) <= 0;
                if (!twice) {
                    between(rule, other, today, state.exceptions()).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Overlap> between(
            AvailabilityRule rule, AvailabilityRule other, LocalDate today, Set<RuleDay> exceptions) {
        boolean person = rule.practitionerId().equals(other.practitionerId());
        boolean room = rule.roomId() != null && rule.roomId().equals(other.roomId());
        Recurrence one = rule.recurrence();
        Recurrence two = other.recurrence();
        boolean hours = one.starts().isBefore(two.ends()) && two.starts().isBefore(one.ends());
        if (!(person || room) || !hours || one.weekday() != two.weekday()) {
            return Optional.empty();
        }
        LocalDate first = latest(latest(one.from(), two.from()), today);
        for (int days = 0; days <= WEEKS * 7; days++) {
            LocalDate day = first.plusDays(days);
            if (runs(rule, day, exceptions) && runs(other, day, exceptions)) {
                return Optional.of(new Overlap(rule, other, day, !person));
            }
        }
        return Optional.empty();
    }

    private static boolean runs(AvailabilityRule rule, LocalDate day, Set<RuleDay> exceptions) {
        return rule.recurrence().runsOn(day) && !exceptions.contains(new RuleDay(rule.id(), day));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
