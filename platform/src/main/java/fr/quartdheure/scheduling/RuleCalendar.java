package fr.quartdheure.scheduling;

import fr.quartdheure.directory.Closure;
import fr.quartdheure.directory.Site;
import fr.quartdheure.time.Period;
import fr.quartdheure.time.PublicHoliday;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What keeps a rule from running: holidays, closures, exceptions, absences. Slots are made by it and changes are judged
 * by it, so that what is announced is what is done.
 *
 * @param absences by practitioner
 * @param exceptions rule and day
 */
public record RuleCalendar(
        Map<UUID, Site> sites,
        Map<UUID, List<Closure>> closures,
        Map<UUID, List<Period>> absences,
        Set<Map.Entry<UUID, LocalDate>> exceptions) {

    /** The steps that a rule gives on a day, in order. */
    public List<Period> steps(AvailabilityRule rule, LocalDate day) {
        return isOpen(rule, day)
                ? rule.recurrence().steps(day).stream()
                        .filter(period -> isPresent(rule.practitionerId(), period))
                        .toList()
                : List.of();
    }

    private boolean isOpen(AvailabilityRule rule, LocalDate day) {
        Site site = sites.get(rule.siteId());
        boolean closedForHoliday = PublicHoliday.on(day).isPresent() && (site == null || !site.opensOnHolidays());
        return !closedForHoliday
                && closures.getOrDefault(rule.siteId(), List.of()).stream()
                        .noneMatch(closure -> !day.isBefore(closure.firstDay()) && !day.isAfter(closure.lastDay()))
                && !exceptions.contains(Map.entry(rule.id(), day));
    }

    private boolean isPresent(UUID practitionerId, Period period) {
        return absences.getOrDefault(practitionerId, List.of()).stream().noneMatch(period::overlaps);
    }
}
