package fr.quartdheure.scheduling;

import fr.quartdheure.directory.Closure;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import fr.quartdheure.time.PublicHoliday;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final Clock clock;

    Horizon(
            AvailabilityRules rules,
            Absences absences,
            Sites sites,
            SlotMaking making,
            Occupations occupations,
            Clock clock) {
        this.rules = rules;
        this.absences = absences;
        this.sites = sites;
        this.making = making;
        this.occupations = occupations;
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

    /** Whether a site is open on a day, by its closures and the public holidays. */
    boolean isOpen(UUID siteId, LocalDate day) {
        return new Calendar(sites.listByIds(Set.of(siteId)), sites.closuresOf(Set.of(siteId)), Map.of(), Set.of())
                .isOpen(siteId, day);
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
                if (calendar.isOpen(rule, day)) {
                    steps.addAll(steps(rule, day, calendar));
                }
            }
            made += making.make(rule, steps, Paris.startOf(today));
        }
        return made;
    }

    private Calendar calendar(List<AvailabilityRule> chosen, LocalDate today) {
        Instant now = clock.instant();
        Set<UUID> siteIds =
                chosen.stream().map(AvailabilityRule::siteId).collect(Collectors.toCollection(HashSet::new));
        return new Calendar(
                sites.listByIds(siteIds), sites.closuresOf(siteIds), absences.listAfter(now), rules.exceptions(today));
    }

    private static List<SlotMaking.Step> steps(AvailabilityRule rule, LocalDate day, Calendar calendar) {
        Instant windowEnd = rule.recurrence().windowEnd(day);
        var opening = rule.opens();
        Instant bookableFrom = opening == null ? Instant.EPOCH : opening.of(day);
        return rule.recurrence().steps(day).stream()
                .filter(period -> calendar.isPresent(rule.practitionerId(), period))
                .map(period -> new SlotMaking.Step(period, windowEnd, bookableFrom))
                .toList();
    }

    /** What keeps a rule from running: holidays, closures, exceptions, absences. */
    private record Calendar(
            Map<UUID, Site> sites,
            Map<UUID, List<Closure>> closures,
            Map<UUID, List<Period>> absences,
            Set<Map.Entry<UUID, LocalDate>> exceptions) {

        boolean isOpen(AvailabilityRule rule, LocalDate day) {
            return isOpen(rule.siteId(), day) && !exceptions.contains(Map.entry(rule.id(), day));
        }

        boolean isOpen(UUID siteId, LocalDate day) {
            Site site = sites.get(siteId);
            boolean closedForHoliday = PublicHoliday.on(day).isPresent() && (site == null || !site.opensOnHolidays());
            return !closedForHoliday
                    && closures.getOrDefault(siteId, List.of()).stream()
                            .noneMatch(closure -> !day.isBefore(closure.firstDay()) && !day.isAfter(closure.lastDay()));
        }

        boolean isPresent(UUID practitionerId, Period period) {
            return absences.getOrDefault(practitionerId, List.of()).stream().noneMatch(period::overlaps);
        }
    }
}
