package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Services;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Placing.Placed;
import fr.quartdheure.scheduling.Placing.Taker;
import fr.quartdheure.scheduling.SeriesSession.Fit;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ten sessions in one act: what fits is booked, what does not is told with what could be done. */
@Component
public class SeriesBooking {

    private static final String ADD = """
            insert into scheduling.series (id, patient_id, created_at) values (:id, :patient, :now)
            """;
    private static final String JOIN = """
            update scheduling.appointment set series_id = :series where id = any (:appointments::text[]::uuid[])
            """;
    private static final int ALTERNATIVES = 3;

    private final JdbcClient jdbc;
    private final Slots slots;
    private final Services services;
    private final AvailabilityRules rules;
    private final Horizon horizon;
    private final Placing placing;
    private final Occupations occupations;
    private final FrontDesk frontDesk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SeriesBooking(
            JdbcClient jdbc,
            Slots slots,
            Services services,
            AvailabilityRules rules,
            Horizon horizon,
            Placing placing,
            Occupations occupations,
            FrontDesk frontDesk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.slots = slots;
        this.services = services;
        this.rules = rules;
        this.horizon = horizon;
        this.placing = placing;
        this.occupations = occupations;
        this.frontDesk = frontDesk;
        this.events = events;
        this.clock = clock;
    }

    /** Every date, with whether it fits. Nothing is kept: somebody else may take an hour until it is booked. */
    @Transactional(readOnly = true)
    public List<SeriesSession> plan(SeriesWish wish) {
        return wish.dates(Paris.dayOf(clock.instant())).stream()
                .map(day -> session(wish, day))
                .toList();
    }

    /** What was booked, and the hours that somebody took meanwhile. */
    public record Booked(Optional<UUID> seriesId, List<Appointment> appointments, List<Instant> missed) {}

    /**
     * Books these hours of the practitioner of the wish.
     *
     * @param starts beginnings that {@link #plan} gave, or hours it proposed instead
     */
    @Transactional
    public Booked book(SeriesWish wish, Collection<Instant> starts) {
        starts.stream()
                .max(Comparator.naturalOrder())
                .ifPresent(last -> horizon.reach(wish.siteId(), wish.practitionerId(), Paris.dayOf(last)));
        var wanted = starts.stream().distinct().sorted().toList();
        var found = wanted.stream().flatMap(start -> slot(wish, start).stream()).toList();
        occupations.lock(found.stream()
                .flatMap(slot -> Resource.of(slot.practitionerId(), slot.roomId(), wish.patientId()).stream())
                .toList());
        Reason reason = reason(wish);
        var booked = new ArrayList<Appointment>();
        found.forEach(slot -> place(slot, reason, wish.patientId()).ifPresent(booked::add));
        var missed = new ArrayList<>(wanted);
        booked.forEach(one -> missed.remove(one.start()));
        return new Booked(booked.isEmpty() ? Optional.empty() : Optional.of(join(wish, booked)), booked, missed);
    }

    private Optional<Appointment> place(Slot slot, Reason reason, UUID patientId) {
        return placing.find(slot, reason, patientId)
                .flatMap(place -> switch (placing.place(place, Taker.booking(patientId, clock.instant()))) {
                    case Placed.Kept kept -> Optional.of(kept.appointment());
                    case Placed.Missing _missing -> Optional.empty();
                });
    }

    private UUID join(SeriesWish wish, List<Appointment> booked) {
        UUID id = UUID.randomUUID();
        jdbc.sql(ADD)
                .param("id", id)
                .param("patient", wish.patientId())
                .param("now", Sql.utc(clock.instant()))
                .update();
        jdbc.sql(JOIN)
                .param("series", id)
                .param(
                        "appointments",
                        Sql.uuids(booked.stream().map(Appointment::id).toList()))
                .update();
        booked.forEach(one -> frontDesk.entered(one, wish.patientId()));
        events.publishEvent(new SeriesBooked(id));
        return id;
    }

    private SeriesSession session(SeriesWish wish, LocalDate day) {
        Instant start = day.atTime(wish.at()).atZone(Paris.ZONE).toInstant();
        Fit fit = fit(wish, day, start);
        return new SeriesSession(day, start, fit, fit == Fit.FITS ? List.of() : instead(wish, day, start));
    }

    private Fit fit(SeriesWish wish, LocalDate day, Instant start) {
        if (!start.isAfter(clock.instant())) {
            return Fit.PAST;
        }
        Period period = Period.of(start, Duration.ofMinutes(reason(wish).minutes()));
        if (isBusy(wish.patientId(), period)) {
            return Fit.PATIENT_BUSY;
        }
        return slot(wish, start)
                .map(slot -> slot.free() && fits(slot, period) ? Fit.FITS : Fit.TAKEN)
                .orElseGet(() -> isAhead(day) && isGiven(wish, day, period) ? Fit.FITS : Fit.NOT_THERE);
    }

    private boolean fits(Slot slot, Period period) {
        var resources = Resource.of(slot.practitionerId(), slot.roomId(), null);
        return !period.end().isAfter(slot.windowEnd())
                && occupations.conflicts(slot.id(), period, resources).isEmpty();
    }

    private boolean isBusy(UUID patientId, Period period) {
        var person = new Resource(Occupations.ResourceKind.PATIENT, patientId);
        return !occupations.conflicts(patientId, period, List.of(person)).isEmpty();
    }

    private boolean isAhead(LocalDate day) {
        return day.isAfter(Paris.dayOf(clock.instant()).plusDays(Horizon.DAYS));
    }

    /** Whether the rules will give the hour, where its slots are not made yet. */
    private boolean isGiven(SeriesWish wish, LocalDate day, Period period) {
        return rules.listOfSite(wish.siteId()).stream()
                .filter(rule -> rule.practitionerId().equals(wish.practitionerId())
                        && rule.service().equals(wish.service()))
                .anyMatch(rule -> horizon.gives(rule, day, period));
    }

    /** The practitioner's own hours of that day first, then those of the site around it. */
    private List<Slot> instead(SeriesWish wish, LocalDate day, Instant start) {
        var own = slotsOf(wish, day).stream()
                .filter(slot -> slot.free() && slot.start().isAfter(clock.instant()))
                .sorted(Comparator.comparing(
                        slot -> Duration.between(slot.start(), start).abs()))
                .limit(ALTERNATIVES)
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        for (int away = 1; away <= 3; away++) {
            for (LocalDate other : List.of(day.plusDays(away), day.minusDays(away))) {
                var near = slotsOf(wish, other).stream()
                        .filter(slot -> slot.free() && slot.start().isAfter(clock.instant()))
                        .limit(ALTERNATIVES)
                        .toList();
                if (!near.isEmpty()) {
                    return near;
                }
            }
        }
        return List.of();
    }

    private Optional<Slot> slot(SeriesWish wish, Instant start) {
        return slotsOf(wish, Paris.dayOf(start)).stream()
                .filter(slot -> slot.start().equals(start))
                .min(Comparator.comparing(slot -> !slot.free()));
    }

    private List<Slot> slotsOf(SeriesWish wish, LocalDate day) {
        return slots
                .listOfPractitioner(wish.practitionerId(), Paris.startOf(day), Paris.startOf(day.plusDays(1)))
                .stream()
                .filter(slot ->
                        slot.siteId().equals(wish.siteId()) && slot.service().equals(wish.service()))
                .toList();
    }

    private Reason reason(SeriesWish wish) {
        return services.find(wish.service())
                .flatMap(service -> service.reason(wish.reason()))
                .orElseThrow(() ->
                        new IllegalArgumentException(wish.service() + " has no reason \"" + wish.reason() + "\""));
    }
}
