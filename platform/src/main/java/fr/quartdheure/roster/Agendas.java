package fr.quartdheure.roster;

import fr.quartdheure.directory.Closure;
import fr.quartdheure.directory.PractitionerRole;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Absences;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.AvailabilityRules;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads all that decides who receives when. */
@Component
public class Agendas {

    /** Appointments stand on slots, and slots are made so far ahead; a week more for those booked before a change. */
    private static final Duration AHEAD = Duration.ofDays(Horizon.DAYS + 7);

    private final AvailabilityRules rules;
    private final Absences absences;
    private final Sites sites;
    private final Practitioners practitioners;
    private final Appointments appointments;
    private final Clock clock;

    Agendas(
            AvailabilityRules rules,
            Absences absences,
            Sites sites,
            Practitioners practitioners,
            Appointments appointments,
            Clock clock) {
        this.rules = rules;
        this.absences = absences;
        this.sites = sites;
        this.practitioners = practitioners;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** With the rules of everybody at the sites concerned, whose rooms they share. */
    public AgendaState read(Subject subject) {
        Map<UUID, AvailabilityRule> all = new LinkedHashMap<>();
        Set<UUID> at = sitesOf(subject, all);
        at.forEach(site -> rules.listOfSite(site).forEach(rule -> all.put(rule.id(), rule)));
        Set<UUID> people = new HashSet<>();
        all.values().forEach(rule -> people.add(rule.practitionerId()));
        Instant now = clock.instant();
        Set<RuleDay> exceptions = new HashSet<>();
        rules.exceptions(today()).forEach(one -> {
            if (all.containsKey(one.getKey())) {
                exceptions.add(new RuleDay(one.getKey(), one.getValue()));
            }
        });
        List<Closure> closures = sites.closuresOf(at).values().stream()
                .flatMap(Collection::stream)
                .toList();
        return new AgendaState(all, exceptions, absences.list(people, now), closures, sites.listByIds(at));
    }

    private Set<UUID> sitesOf(Subject subject, Map<UUID, AvailabilityRule> all) {
        var at = new LinkedHashSet<UUID>();
        if (subject.site()) {
            at.add(subject.id());
            return at;
        }
        practitioners.rolesOf(subject.id()).stream()
                .map(PractitionerRole::siteId)
                .forEach(at::add);
        for (AvailabilityRule rule : rules.listOfPractitioner(subject.id())) {
            all.put(rule.id(), rule);
            at.add(rule.siteId());
        }
        return at;
    }

    /** Those whose hours a change of this subject may touch. */
    public Set<UUID> people(Subject subject, AgendaState state) {
        var people = new LinkedHashSet<UUID>();
        if (subject.site()) {
            state.rules().values().stream()
                    .filter(rule -> rule.siteId().equals(subject.id()))
                    .forEach(rule -> people.add(rule.practitionerId()));
        } else {
            people.add(subject.id());
        }
        return people;
    }

    /** Booked and to come, by hour. */
    public List<Appointment> ahead(Collection<UUID> people) {
        Instant now = clock.instant();
        return people.stream()
                .flatMap(one -> appointments.listOfPractitioner(one, now, now.plus(AHEAD)).stream())
                .filter(Appointment::isActive)
                .sorted(Comparator.comparing(Appointment::start).thenComparing(Appointment::id))
                .toList();
    }

    /** Appointments that no rule, or a closure or an absence, leaves without hours around them: nothing hides them. */
    public List<Appointment> outside(Subject subject, AgendaState state) {
        return ahead(people(subject, state)).stream()
                .filter(one -> !state.covers(one, Paris.dayOf(one.start())))
                .toList();
    }

    LocalDate today() {
        return Paris.dayOf(clock.instant());
    }
}
