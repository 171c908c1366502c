package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Page;
import fr.quartdheure.directory.Closure;
import fr.quartdheure.directory.Opening;
import fr.quartdheure.directory.OpeningHours;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Site;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A site as its public page shows it; closures are those to come. */
public record SiteView(
        Site site,
        Organization organization,
        Opening opening,
        List<OpeningHours> hours,
        List<Closure> closures,
        List<PractitionerAtSite> practitioners,
        List<Service> services) {

    /** The seven days in order, each with its hours in the reader's words. */
    public List<Day> week(Page page) {
        return Arrays.stream(DayOfWeek.values()).map(day -> day(page, day)).toList();
    }

    private Day day(Page page, DayOfWeek weekday) {
        String name = weekday.getDisplayName(TextStyle.FULL, page.locale());
        String open = hours.stream()
                .filter(one -> one.weekday() == weekday)
                .map(one -> page.say("place.hours.range", page.hour(one.opens()), page.hour(one.closes())))
                .collect(Collectors.joining(", "));
        return new Day(name, open.isEmpty() ? page.say("place.closed") : open);
    }

    /** "Ouvert jusqu’à 18 h", or why not. */
    public String openingText(Page page) {
        return switch (opening) {
            case Opening.Unknown unknown -> page.say("place.opening.unknown");
            case Opening.Open open -> page.say("place.opening.open", page.hour(open.until()));
            case Opening.Later later -> page.say("place.opening.later", page.hour(later.from()));
            case Opening.ClosedToday closed -> page.say("place.opening.closed");
            case Opening.Holiday day -> page.say("place.opening.holiday");
            case Opening.Closed closed ->
                page.say("place.opening.closure", page.day(closed.closure().lastDay()));
        };
    }

    public boolean isOpen() {
        return opening instanceof Opening.Open;
    }

    /** "du lundi 3 août au vendredi 7 août", or one day. */
    public String days(Page page, Closure closure) {
        return closure.firstDay().equals(closure.lastDay())
                ? page.day(closure.firstDay())
                : page.say("place.closure.days", page.day(closure.firstDay()), page.day(closure.lastDay()));
    }

    /** A number as a telephone dials it. */
    public String dial() {
        String phone = site.phone();
        return phone == null ? "" : "tel:" + phone.replaceAll("[^0-9+]", "");
    }

    /** A weekday and its hours. */
    public record Day(String name, String hours) {}
}
