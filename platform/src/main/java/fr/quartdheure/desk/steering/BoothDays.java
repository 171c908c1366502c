package fr.quartdheure.desk.steering;

import fr.quartdheure.directory.OpeningHours;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.BookedHours;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What this platform knows of a day at the booths: how many there are, their hours, and when people came. */
@Component
class BoothDays {

    /** Eight weeks: every day of the week counts as often. */
    private static final int OBSERVED_DAYS = 56;

    /** From fewer people a curve would be chance. */
    private static final int LEAST_OBSERVED = 30;

    private final Sites sites;
    private final BookedHours bookedHours;
    private final Clock clock;

    BoothDays(Sites sites, BookedHours bookedHours, Clock clock) {
        this.sites = sites;
        this.bookedHours = bookedHours;
        this.clock = clock;
    }

    /**
     * What is known.
     *
     * @param booths 0 where the directory has none
     * @param opens the earliest hour of any booth, absent where nobody said
     * @param closes the latest
     */
    record Known(
            int booths,
            Optional<LocalTime> opens,
            Optional<LocalTime> closes,
            Optional<BookedHours.Observed> observed) {}

    Known today() {
        List<UUID> booths = sites.list().stream()
                .filter(site -> site.kind() == SiteKind.BOOTH)
                .map(Site::id)
                .toList();
        List<OpeningHours> hours =
                sites.hoursOf(booths).values().stream().flatMap(List::stream).toList();
        LocalDate today = Paris.dayOf(clock.instant());
        return new Known(
                booths.size(),
                hours.stream().map(OpeningHours::opens).min(Comparator.naturalOrder()),
                hours.stream().map(OpeningHours::closes).max(Comparator.naturalOrder()),
                bookedHours
                        .of(booths, today.minusDays(OBSERVED_DAYS), today)
                        .filter(seen -> seen.total() >= LEAST_OBSERVED));
    }
}
