package fr.quartdheure.roster;

import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.time.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What editing a rule means: the past stays as it was, so a rule that ran is ended and another one goes on. */
public final class RuleEdits {

    private RuleEdits() {}

    /**
     * The rule runs as before until a day, and as {@code wanted} from it on.
     *
     * @param wanted the rule as it shall be; its id and first day are of no account
     */
    public static AgendaChange from(LocalDate day, AvailabilityRule old, AvailabilityRule wanted) {
        Recurrence was = old.recurrence();
        LocalDate until = wanted.recurrence().until();
        if (!was.from().isBefore(day)) {
            LocalDate begin = was.from().isAfter(day) && sameRhythm(old, wanted) ? was.from() : day;
            return isOver(until, begin)
                    ? AgendaChange.remove(old.id())
                    : AgendaChange.put(List.of(with(wanted, old.id(), begin, until)));
        }
        LocalDate begin = sameRhythm(old, wanted) ? inStep(was, day) : day;
        AvailabilityRule ended = isOver(was.until(), day) ? old : with(old, old.id(), was.from(), day.minusDays(1));
        return AgendaChange.put(
                isOver(until, begin) ? List.of(ended) : List.of(ended, with(wanted, UUID.randomUUID(), begin, until)));
    }

    private static boolean isOver(@Nullable LocalDate until, LocalDate day) {
        return until != null && until.isBefore(day);
    }

    /** The rule runs until a day, included; one that has not begun by then is taken back. */
    public static AgendaChange end(LocalDate last, AvailabilityRule old) {
        return last.isBefore(old.recurrence().from())
                ? AgendaChange.remove(old.id())
                : AgendaChange.put(List.of(with(old, old.id(), old.recurrence().from(), last)));
    }

    /** One day differently, the others as before. */
    public static AgendaChange on(LocalDate day, AvailabilityRule old, @Nullable AvailabilityRule instead) {
        return AgendaChange.except(
                new RuleDay(old.id(), day),
                instead == null ? List.of() : List.of(once(day, with(instead, UUID.randomUUID(), day, day))));
    }

    private static boolean sameRhythm(AvailabilityRule old, AvailabilityRule wanted) {
        return old.recurrence().everyWeeks() == wanted.recurrence().everyWeeks();
    }

    /** Every other week stays the same other week: the count begins in a week in which the rule ran. */
    private static LocalDate inStep(Recurrence was, LocalDate day) {
        LocalDate first = monday(was.from());
        long over = ChronoUnit.WEEKS.between(first, monday(day)) % was.everyWeeks();
        return over == 0 ? day : monday(day).plusWeeks(was.everyWeeks() - over);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static AvailabilityRule once(LocalDate day, AvailabilityRule rule) {
        Recurrence as = rule.recurrence();
        return with(
                rule, rule.id(), new Recurrence(day.getDayOfWeek(), 1, day, day, as.starts(), as.ends(), as.step()));
    }

    /** The same with other days. */
    public static AvailabilityRule with(AvailabilityRule rule, UUID id, LocalDate from, @Nullable LocalDate until) {
        Recurrence as = rule.recurrence();
        return with(
                rule,
                id,
                new Recurrence(as.weekday(), as.everyWeeks(), from, until, as.starts(), as.ends(), as.step()));
    }

    private static AvailabilityRule with(AvailabilityRule rule, UUID id, Recurrence recurrence) {
        return in(rule, id, rule.roomId(), recurrence);
    }

    /** The same in another room. */
    public static AvailabilityRule inRoom(AvailabilityRule rule, UUID room) {
        return in(rule, rule.id(), room, rule.recurrence());
    }

    private static AvailabilityRule in(AvailabilityRule rule, UUID id, @Nullable UUID room, Recurrence recurrence) {
        return new AvailabilityRule(
                id,
                rule.practitionerId(),
                rule.siteId(),
                room,
                rule.service(),
                rule.kind(),
                rule.mode(),
                recurrence,
                rule.visibility(),
                rule.opens(),
                rule.sharedWith());
    }
}
