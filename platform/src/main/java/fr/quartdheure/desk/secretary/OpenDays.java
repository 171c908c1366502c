package fr.quartdheure.desk.secretary;

import fr.quartdheure.desk.secretary.DayBoard.Opening;
import fr.quartdheure.directory.Closure;
import fr.quartdheure.directory.OpeningHours;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.PublicHoliday;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** When a site is open, and why not. */
@Component
public class OpenDays {

    private static final int FURTHEST = 14;

    private final Sites sites;
    private final Clock clock;

    OpenDays(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    Opening on(Site site, LocalDate day) {
        return on(site, day, sites.hoursOf(site.id()), sites.closuresOf(site.id()));
    }

    /** Today, or the next day on which the site opens. */
    public LocalDate todayOrNext(Site site) {
        return firstFrom(site, Paris.dayOf(clock.instant()));
    }

    /** A day, or the next one after it on which the site opens; the day itself where none is near. */
    public LocalDate firstFrom(Site site, LocalDate from) {
        var hours = sites.hoursOf(site.id());
        var closures = sites.closuresOf(site.id());
        return from.datesUntil(from.plusDays(FURTHEST))
                .filter(day -> !on(site, day, hours, closures).closed())
                .findFirst()
                .orElse(from);
    }

    private static Opening on(Site site, LocalDate day, List<OpeningHours> hours, List<Closure> closures) {
        var holiday = site.opensOnHolidays()
                ? null
                : PublicHoliday.on(day).map(PublicHoliday::nameKey).orElse(null);
        String closure = closures.stream()
                .filter(one -> !day.isBefore(one.firstDay()) && !day.isAfter(one.lastDay()))
                .map(Closure::reason)
                .findFirst()
                .orElse(null);
        var ofDay = hours.stream()
                .filter(one -> one.weekday() == day.getDayOfWeek())
                .toList();
        return new Opening(ofDay, holiday, closure);
    }
}
