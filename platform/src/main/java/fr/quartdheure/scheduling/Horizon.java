package fr.quartdheure.scheduling;

import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps slots made 60 days ahead. What the rules no longer give is withdrawn; appointments stand on their own and are
 * never touched.
 */
@Component
public class Horizon {

    public static final int DAYS = 60;

    /** A series may be booked so far ahead. */
    public static final int FARTHEST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Horizon.class);

    private final AvailabilityRules rules;
    private final Absences absences;
    private final Sites sites;
    private final SlotMaking making;
    private final Occupations occupations;
    private final Participants participants;
    private final Clock clock;

    Horizon(
            AvailabilityRules rules,
            Absences absences,
            Sites sites,
            SlotMaking making,
            Occupations occupations,
            Participants participants,
            Clock clock) {
        this.rules = rules;
        this.absences = absences;
        this.sites = sites;
        this.making = making;
        this.occupations = occupations;
        this.participants = participants;
        this.clock = clock;
    }

    /** Every night, for the day that enters the horizon, and for whatever changed. */
    @Scheduled(cron = "0 10 3 * * *", zone = "Europe/Paris")
    @Transactional
    public void keep() {
        if (!making.isMine()) {
            return;
        }
        int made = make(rules.list());
        LOG.info("The horizon of {} days is kept: {} slots made", DAYS, made);
    }

    /** Makes again the slots of one practitioner, at every site, after one of her rules or absences changed. */
    @Transactional
    public void keepOf(UUID practitionerId) {
        var chosen = rules.listOfPractitioner(practitionerId);
        lock(chosen, List.of(), List.of());
        make(chosen);
    }

    /**
     * Waits until no other act holds anything that these rules, appointments and slots need. Whoever changes rules and
     * moves appointments in one transaction locks for all of it at once: one after the other, two acts could each wait
     * for what the other has.
     */
    @Transactional
    public void lock(
            Collection<AvailabilityRule> changing, Collection<Appointment> moving, Collection<Resources> targets) {
        var all = new ArrayList<Resource>();
        changing.forEach(rule -> all.addAll(Resource.of(rule.practitionerId(), rule.roomId(), null)));
        moving.forEach(one -> all.addAll(participants.resourcesOf(one)));
        targets.forEach(one -> all.addAll(Resource.of(one.practitionerId(), one.roomId(), null)));
        occupations.lock(all);
    }

    /** Who and where, of an hour that somebody is to move to. */
    public record Resources(UUID practitionerId, @Nullable UUID roomId) {}

    /** Makes again the slots of one site, after a rule, an absence or a closure changed. */
    @Transactional
    public void keep(UUID siteId) {
        var chosen = rules.listOfSite(siteId);
        // A slot made while somebody books its practitioner or room elsewhere would not see that booking.
        occupations.lock(chosen.stream()
                .flatMap(rule -> Resource.of(rule.practitionerId(), rule.roomId(), null).stream())
                .toList());
        make(chosen);
    }

    /** Makes the slots of one rule, and says how many. */
    @Transactional
    public int keep(AvailabilityRule rule) {
        occupations.lock(Resource.of(rule.practitionerId(), rule.roomId(), null));
        return make(List.of(rule));
    }

    /**
     * Makes one practitioner's slots at a site up to a day beyond the horizon, for a series. They stay as far as
     * somebody is booked there.
     *
     * @param until at most {@link #FARTHEST} days ahead
     */
    @Transactional
    public void reach(UUID siteId, UUID practitionerId, LocalDate until) {
        var today = Paris.dayOf(clock.instant());
        if (!until.isAfter(today.plusDays(DAYS))) {
            return;
        }
        if (until.isAfter(today.plusDays(FARTHEST))) {
            throw new IllegalArgumentException(until + " is more than " + FARTHEST + " days ahead");
        }
        var own = rules.listOfSite(siteId).stream()
                .filter(rule -> rule.practitionerId().equals(practitionerId))
                .toList();
        occupations.lock(own.stream()
                .flatMap(rule -> Resource.of(rule.practitionerId(), rule.roomId(), null).stream())
                .toList());
        var known = making.lastDays(Set.of(practitionerId), today.plusDays(DAYS));
        LocalDate last = known.getOrDefault(practitionerId, until);
        make(own, Map.of(practitionerId, last.isAfter(until) ? last : until));
    }

    /** Whether a rule gives this time, on a day whose slots are not made yet. */
    boolean gives(AvailabilityRule rule, LocalDate day, Period period) {
        return !period.end().isAfter(rule.recurrence().windowEnd(day))
                && calendar(List.of(rule), Paris.dayOf(clock.instant())).steps(rule, day).stream()
                        .anyMatch(step -> step.start().equals(period.start()));
    }

    private int make(List<AvailabilityRule> chosen) {
        var practitioners =
                chosen.stream().map(AvailabilityRule::practitionerId).collect(Collectors.toSet());
        return make(
                chosen,
                making.lastDays(practitioners, Paris.dayOf(clock.instant()).plusDays(DAYS)));
    }

    /** @param farther practitioners whose slots are made beyond the horizon, and up to which day */
    private int make(List<AvailabilityRule> chosen, Map<UUID, LocalDate> farther) {
        var today = Paris.dayOf(clock.instant());
        var calendar = calendar(chosen, today);
        int made = 0;
        for (AvailabilityRule rule : chosen) {
            List<SlotMaking.Step> steps = new ArrayList<>();
            LocalDate last = farther.getOrDefault(rule.practitionerId(), today.plusDays(DAYS));
            for (LocalDate day = today; !day.isAfter(last); day = day.plusDays(1)) {
                steps.addAll(steps(rule, day, calendar));
            }
            made += making.make(rule, steps, Paris.startOf(today));
        }
        return made;
    }

    private RuleCalendar calendar(List<AvailabilityRule> chosen, LocalDate today) {
        Instant now = clock.instant();
        Set<UUID> siteIds =
                chosen.stream().map(AvailabilityRule::siteId).collect(Collectors.toCollection(HashSet::new));
        return new RuleCalendar(
                sites.listByIds(siteIds), sites.closuresOf(siteIds), absences.listAfter(now), rules.exceptions(today));
    }

    private static List<SlotMaking.Step> steps(AvailabilityRule rule, LocalDate day, RuleCalendar calendar) {
        Instant windowEnd = rule.recurrence().windowEnd(day);
        var opening = rule.opens();
        Instant bookableFrom = opening == null ? Instant.EPOCH : opening.of(day);
        return calendar.steps(rule, day).stream()
                .map(period -> new SlotMaking.Step(period, windowEnd, bookableFrom))
                .toList();
    }
}
