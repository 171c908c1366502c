package fr.quartdheure.roster;

import fr.quartdheure.directory.Closure;
import fr.quartdheure.directory.Site;
import fr.quartdheure.scheduling.Absence;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.RuleCalendar;
import fr.quartdheure.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that decides who receives when: as it stands, or as it would stand. Immutable.
 *
 * @param rules by id
 */
public record AgendaState(
        Map<UUID, AvailabilityRule> rules,
        Set<RuleDay> exceptions,
        List<Absence> absences,
        List<Closure> closures,
        Map<UUID, Site> sites) {

    public AgendaState apply(AgendaChange change) {
        var kept = new LinkedHashMap<>(rules);
        change.removed().forEach(kept::remove);
        change.put().forEach(rule -> kept.put(rule.id(), rule));
        var days = new HashSet<>(exceptions);
        days.addAll(change.excepted());
        days.removeAll(change.resumed());
        var open = new HashMap<>(sites);
        change.holidays().forEach((id, opens) -> open.computeIfPresent(id, (same, site) -> opening(site, opens)));
        return new AgendaState(
                kept,
                days,
                without(absences, change.away(), change.back()),
                without(closures, change.closed(), change.reopened()),
                open);
    }

    private static <T> List<T> without(List<T> as, List<T> more, List<T> less) {
        var all = new ArrayList<>(as);
        all.addAll(more);
        all.removeAll(less);
        return all;
    }

    static Site opening(Site site, boolean opens) {
        return new Site(
                site.id(),
                site.organizationId(),
                site.name(),
                site.kind(),
                site.finess(),
                site.address(),
                site.position(),
                site.phone(),
                site.wheelchair(),
                site.parking(),
                site.publicTransport(),
                opens,
                site.cancelCutoffHours(),
                site.origin());
    }

    /** What takes a change back, as long as nothing else has changed. */
    AgendaChange inverse(AgendaChange change) {
        var put = new ArrayList<AvailabilityRule>();
        var removed = new HashSet<UUID>();
        change.removed().forEach(id -> put.add(Objects.requireNonNull(rules.get(id), "a rule that stands")));
        for (AvailabilityRule rule : change.put()) {
            AvailabilityRule was = rules.get(rule.id());
            if (was != null) {
                put.add(was);
            } else {
                removed.add(rule.id());
            }
        }
        var excepted = new HashSet<>(change.resumed());
        exceptions.stream()
                .filter(one -> change.removed().contains(one.ruleId()))
                .forEach(excepted::add);
        var holidays = new HashMap<UUID, Boolean>();
        change.holidays()
                .keySet()
                .forEach(id -> holidays.put(
                        id,
                        Objects.requireNonNull(sites.get(id), "a site that stands")
                                .opensOnHolidays()));
        return new AgendaChange(
                put,
                removed,
                excepted,
                change.excepted(),
                change.back(),
                change.away(),
                change.reopened(),
                change.closed(),
                holidays);
    }

    /** Taken back later: what was new and has run since is ended yesterday, what ran must not be forgotten. */
    public AgendaChange settled(AgendaChange inverse, LocalDate today) {
        var put = new ArrayList<>(inverse.put());
        var removed = new HashSet<UUID>();
        for (UUID id : inverse.removed()) {
            AvailabilityRule rule = rules.get(id);
            if (rule != null && rule.recurrence().from().isBefore(today)) {
                put.add(RuleEdits.with(rule, id, rule.recurrence().from(), today.minusDays(1)));
            } else if (rule != null) {
                removed.add(id);
            }
        }
        return new AgendaChange(
                put,
                removed,
                inverse.excepted(),
                inverse.resumed(),
                inverse.away(),
                inverse.back(),
                inverse.closed(),
                inverse.reopened(),
                inverse.holidays());
    }

    public List<AvailabilityRule> ofPractitioner(UUID practitionerId) {
        return rules.values().stream()
                .filter(rule -> rule.practitionerId().equals(practitionerId))
                .sorted(Comparator.comparing(
                                (AvailabilityRule rule) -> rule.recurrence().weekday())
                        .thenComparing(rule -> rule.recurrence().starts())
                        .thenComparing(rule -> rule.recurrence().from()))
                .toList();
    }

    /** Every hour that some practitioners give between two days, both included, in order. */
    Set<Hour> hours(Collection<UUID> practitioners, LocalDate first, LocalDate last) {
        RuleCalendar calendar = calendar();
        var hours = new LinkedHashSet<Hour>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (AvailabilityRule rule : rules.values()) {
                if (practitioners.contains(rule.practitionerId())) {
                    calendar.steps(rule, day).forEach(step -> hours.add(Hour.of(rule, step)));
                }
            }
        }
        return hours;
    }

    /** What decides on which days a rule runs. */
    public RuleCalendar calendar() {
        return new RuleCalendar(
                sites,
                closures.stream().collect(Collectors.groupingBy(Closure::siteId)),
                absences.stream()
                        .collect(Collectors.groupingBy(
                                Absence::practitionerId, Collectors.mapping(Absence::period, Collectors.toList()))),
                exceptions.stream()
                        .map(one -> Map.entry(one.ruleId(), one.day()))
                        .collect(Collectors.toSet()));
    }

    /**
     * Whether somebody receives, there, from the first to the last minute of an appointment.
     *
     * @param day of the appointment
     */
    boolean covers(Appointment appointment, LocalDate day) {
        List<Period> windows = windows(appointment, day);
        Instant reached = appointment.start();
        boolean further = true;
        while (further && reached.isBefore(appointment.end())) {
            Instant from = reached;
            @Nullable
            Instant next = windows.stream()
                    .filter(window ->
                            !window.start().isAfter(from) && window.end().isAfter(from))
                    .map(Period::end)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            further = next != null;
            reached = next == null ? reached : next;
        }
        return further;
    }

    /** The steps of its practitioner in its room; the last one of a window goes on to the end of it. */
    private List<Period> windows(Appointment appointment, LocalDate day) {
        RuleCalendar calendar = calendar();
        var windows = new ArrayList<Period>();
        for (AvailabilityRule rule : rules.values()) {
            if (rule.practitionerId().equals(appointment.practitionerId())
                    && rule.siteId().equals(appointment.siteId())
                    && Objects.equals(rule.roomId(), appointment.roomId())) {
                List<Period> steps = calendar.steps(rule, day);
                windows.addAll(steps);
                Instant end = rule.recurrence().windowEnd(day);
                if (!steps.isEmpty() && steps.getLast().end().isBefore(end)) {
                    windows.add(new Period(steps.getLast().end(), end));
                }
            }
        }
        return windows;
    }
}
