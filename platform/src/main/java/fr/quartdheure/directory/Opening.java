package fr.quartdheure.directory;

import fr.quartdheure.time.Paris;
import fr.quartdheure.time.PublicHoliday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Whether a site is open at an instant, and if not, what to know about the rest of the day. */
public sealed interface Opening {

    /** Nobody said when the site is open. */
    record Unknown() implements Opening {}

    record Open(LocalTime until) implements Opening {}

    /** Closed for now, and open later the same day. */
    record Later(LocalTime from) implements Opening {}

    record ClosedToday() implements Opening {}

    record Holiday(PublicHoliday holiday) implements Opening {}

    record Closed(Closure closure) implements Opening {}

    static Opening at(Instant now, Site site, List<OpeningHours> hours, List<Closure> closures) {
        if (hours.isEmpty()) {
            return new Unknown();
        }
        LocalDate day = Paris.dayOf(now);
        Optional<Closure> closure = closures.stream()
                .filter(one -> !day.isBefore(one.firstDay()) && !day.isAfter(one.lastDay()))
                .findFirst();
        if (closure.isPresent()) {
            return new Closed(closure.get());
        }
        Optional<PublicHoliday> holiday = PublicHoliday.on(day);
        if (holiday.isPresent() && !site.opensOnHolidays()) {
            return new Holiday(holiday.get());
        }
        return ofDay(
                now.atZone(Paris.ZONE).toLocalTime(),
                hours.stream()
                        .filter(one -> one.weekday() == day.getDayOfWeek())
                        .toList());
    }

    private static Opening ofDay(LocalTime time, List<OpeningHours> today) {
        for (OpeningHours one : today) {
            if (!time.isBefore(one.opens()) && time.isBefore(one.closes())) {
                return new Open(one.closes());
            }
        }
        return today.stream()
                .map(OpeningHours::opens)
                .filter(opens -> opens.isAfter(time))
                .min(LocalTime::compareTo)
                .<Opening>map(Later::new)
                .orElseGet(ClosedToday::new);
    }
}
