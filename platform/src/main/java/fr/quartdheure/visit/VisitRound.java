package fr.quartdheure.visit;

import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one professional does on one day, from her base and back to it.
 *
 * @param siteId her base
 * @param lunch null where she asked for none
 * @param leavesAt as planned; null while nothing is
 * @param lunchAt when her pause begins as planned; null when none falls into the round
 * @param stops in order
 */
public record VisitRound(
        UUID id,
        UUID organizationId,
        UUID practitionerId,
        UUID siteId,
        LocalDate day,
        LocalTime starts,
        LocalTime ends,
        @Nullable Pause lunch,
        @Nullable Instant leavesAt,
        @Nullable Instant backAt,
        @Nullable Instant lunchAt,
        List<Stop> stops) {

    public VisitRound {
        stops = List.copyOf(stops);
        if (!ends.isAfter(starts)) {
            throw new IllegalArgumentException("a round ends after it starts: " + starts + " to " + ends);
        }
    }

    /** Minutes on the way, as planned and without the way back. */
    public double way() {
        return stops.stream().mapToDouble(Stop::wayMinutes).sum();
    }

    /** The hours in which nobody books a consultation with her. */
    public Period period() {
        return new Period(
                day.atTime(starts).atZone(Paris.ZONE).toInstant(),
                day.atTime(ends).atZone(Paris.ZONE).toInstant());
    }

    public boolean begun() {
        return stops.stream().anyMatch(stop -> stop.state().begun());
    }

    /** Where she is or goes now, else where she goes next. */
    public Optional<Stop> current() {
        return stops.stream()
                .filter(stop -> stop.state().current())
                .findFirst()
                .or(() -> stops.stream()
                        .filter(stop -> stop.state() == StopState.PLANNED)
                        .findFirst());
    }

    List<Stop> planned() {
        return stops.stream().filter(stop -> !stop.state().begun()).toList();
    }

    /** What has begun, the last of it last. */
    List<Stop> begunStops() {
        return stops.stream().filter(stop -> stop.state().begun()).toList();
    }

    VisitRound with(List<Stop> others) {
        return new VisitRound(
                id,
                organizationId,
                practitionerId,
                siteId,
                day,
                starts,
                ends,
                lunch,
                leavesAt,
                backAt,
                lunchAt,
                others);
    }

    /**
     * A pause between visits.
     *
     * @param from when it may begin
     * @param until when it may last begin
     * @param minutes 15 to 120
     */
    public record Pause(LocalTime from, LocalTime until, int minutes) {

        public Pause {
            if (until.isBefore(from) || minutes < 15 || minutes > 120) {
                throw new IllegalArgumentException("a pause from " + from + " to " + until + " of " + minutes);
            }
        }
    }
}
