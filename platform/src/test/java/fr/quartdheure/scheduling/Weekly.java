package fr.quartdheure.scheduling;

import fr.quartdheure.time.Recurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule in the making: general practice on site, every Monday 9:00 to 10:00, a quarter of an hour each. */
public final class Weekly {

    private final UUID practitioner;
    private final UUID site;
    private final UUID room;
    private DayOfWeek weekday = DayOfWeek.MONDAY;
    private LocalTime starts = LocalTime.of(9, 0);
    private LocalTime ends = LocalTime.of(10, 0);
    private int minutes = 15;
    private int everyWeeks = 1;
    private Kind kind = Kind.SCHEDULED;
    private Mode mode = Mode.ON_SITE;
    private Visibility visibility = Visibility.PUBLIC;
    private AvailabilityRule.@Nullable Opening opens;

    Weekly(UUID practitioner, UUID site, UUID room) {
        this.practitioner = practitioner;
        this.site = site;
        this.room = room;
    }

    public Weekly on(DayOfWeek day) {
        weekday = day;
        return this;
    }

    public Weekly from(String start, String end) {
        starts = LocalTime.parse(start);
        ends = LocalTime.parse(end);
        return this;
    }

    public Weekly step(int length) {
        minutes = length;
        return this;
    }

    public Weekly everyOtherWeek() {
        everyWeeks = 2;
        return this;
    }

    public Weekly by(Mode chosen) {
        mode = chosen;
        return this;
    }

    public Weekly offline() {
        visibility = Visibility.NOBODY;
        return this;
    }

    public Weekly shownTo(Visibility chosen) {
        visibility = chosen;
        return this;
    }

    public Weekly unscheduled(int daysBefore, String at) {
        kind = Kind.UNSCHEDULED;
        opens = new AvailabilityRule.Opening(daysBefore, LocalTime.parse(at));
        return this;
    }

    public AvailabilityRule rule() {
        return new AvailabilityRule(
                UUID.randomUUID(),
                practitioner,
                site,
                room,
                "general-practice",
                kind,
                mode,
                new Recurrence(
                        weekday,
                        everyWeeks,
                        LocalDate.parse("2026-11-16"),
                        null,
                        starts,
                        ends,
                        Duration.ofMinutes(minutes)),
                visibility,
                opens,
                Set.of());
    }
}
