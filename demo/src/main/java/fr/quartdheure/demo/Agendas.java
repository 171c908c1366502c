package fr.quartdheure.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Fills the agendas: which patient, if any, holds a slot of a rule. Nobody is ever in two places at once, because in
 * each half-day every practitioner draws from numbers of her own.
 */
public final class Agendas {
    private static final double CANCELLED = 0.04;
    private static final double PAST = 0.88;
    private static final double AT_MOST = 0.98;

    private final long seed;
    private final Map<String, Double> demandByRule;
    private final Map<String, Rule> rules = new HashMap<>();
    private final WaitingRoom waitingRoom;

    /** Refuses a number of patients too small for everybody to be in one place at a time. */
    public Agendas(Population population, int patientCount) {
        this.seed = population.seed();
        this.demandByRule = population.demandByRule();
        population.rules().forEach(rule -> rules.put(rule.key(), rule));
        this.waitingRoom = new WaitingRoom(population.rules(), patientCount, seed);
    }

    /** What stands in the agenda for the slot of the rule beginning at {@code start}, seen from {@code today}. */
    public Optional<Booked> at(Rule rule, LocalDateTime start, LocalDate today) {
        requireSlot(rule, start);
        SplittableRandom random = random(rule, start);
        if (random.nextDouble() >= share(rule, ChronoUnit.DAYS.between(today, start.toLocalDate()))) {
            return Optional.empty();
        }
        boolean cancelled = random.nextDouble() < CANCELLED;
        return Optional.of(new Booked(waitingRoom.patient(rule, start), Reasons.draw(rule, random), cancelled));
    }

    private SplittableRandom random(Rule rule, LocalDateTime start) {
        long minute = start.toEpochSecond(ZoneOffset.UTC) / 60;
        return new SplittableRandom(seed ^ (long) rule.key().hashCode() << 32 ^ minute);
    }

    private double share(Rule rule, long daysAhead) {
        double share = rule.unscheduled() ? unscheduledShare(rule, daysAhead) : scheduledShare(daysAhead);
        return Math.min(AT_MOST, share * demandByRule.getOrDefault(rule.key(), 1.0));
    }

    /** About 70 % over the next 14 days, then thinning to about 10 % on day 60 and beyond. */
    private static double scheduledShare(long daysAhead) {
        if (daysAhead < 0) {
            return PAST;
        }
        return daysAhead < 14 ? 0.86 - 0.022 * daysAhead : Math.max(0.10, 0.55 - 0.0098 * (daysAhead - 14));
    }

    /** A window that has not opened yet holds nobody. */
    private static double unscheduledShare(Rule rule, long daysAhead) {
        if (daysAhead < 0) {
            return PAST;
        }
        Integer opensDaysBefore = rule.opensDaysBefore();
        if (opensDaysBefore != null && daysAhead > opensDaysBefore) {
            return 0;
        }
        return daysAhead == 0 ? 0.6 : 0.2;
    }

    private void requireSlot(Rule rule, LocalDateTime start) {
        long minutes = ChronoUnit.MINUTES.between(rule.starts(), start.toLocalTime());
        boolean within = minutes >= 0
                && minutes % rule.slotMinutes() == 0
                && !start.toLocalTime().plusMinutes(rule.slotMinutes()).isAfter(rule.ends());
        if (!rule.equals(rules.get(rule.key())) || start.getDayOfWeek() != rule.day() || !within) {
            throw new IllegalArgumentException("No slot at " + start + " in " + rule);
        }
    }
}
