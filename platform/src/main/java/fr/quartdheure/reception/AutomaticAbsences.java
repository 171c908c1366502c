package fr.quartdheure.reception;

import fr.quartdheure.directory.OpeningHours;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.reception.SiteRule.Absence;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Settlement;
import fr.quartdheure.scheduling.Settling;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes as absent, by the rule of each site, whoever did not come; a secretary may take each of them back, and it then
 * stays so. What the platform slept through is made up for over a day and a half.
 */
@Component
class AutomaticAbsences {

    private static final Duration LOOKED_BACK = Duration.ofHours(36);

    private final SiteRules rules;
    private final Settling settling;
    private final Sites sites;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AutomaticAbsences(SiteRules rules, Settling settling, Sites sites, TransactionTemplate transaction, Clock clock) {
        this.rules = rules;
        this.settling = settling;
        this.sites = sites;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        transaction.executeWithoutResult(status -> {
            if (rules.isMine()) {
                rules.listActive().forEach(this::apply);
            }
        });
    }

    private void apply(SiteRule rule) {
        Instant now = clock.instant();
        Instant from = latest(rule.since(), now.minus(LOOKED_BACK));
        List<OpeningHours> hours = sites.hoursOf(rule.siteId());
        settling.listExpected(rule.siteId(), from, now).stream()
                .filter(one -> !countsFrom(one, rule, hours).isAfter(now))
                .forEach(one -> settling.settle(one.id(), Settlement.AUTOMATIC));
    }

    private static Instant countsFrom(Appointment one, SiteRule rule, List<OpeningHours> hours) {
        Integer minutes = rule.minutes();
        return rule.absence() == Absence.AFTER && minutes != null
                ? one.start().plus(Duration.ofMinutes(minutes))
                : latest(closingOf(Paris.dayOf(one.start()), hours), one.end());
    }

    /** The last closing hour of the day, or its end where nobody said when the site closes. */
    private static Instant closingOf(LocalDate day, List<OpeningHours> hours) {
        return hours.stream()
                .filter(one -> one.weekday() == day.getDayOfWeek())
                .map(OpeningHours::closes)
                .max(Comparator.naturalOrder())
                .map((LocalTime closes) -> day.atTime(closes).atZone(Paris.ZONE).toInstant())
                .orElseGet(() -> Paris.startOf(day.plusDays(1)));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
