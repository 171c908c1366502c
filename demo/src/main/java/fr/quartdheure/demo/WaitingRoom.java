package fr.quartdheure.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Chooses the patient of a slot so that no patient comes twice in the same half-day: each practitioner holds a range
 * of places, one per slot of a half-day, and the places are shuffled over the patients anew every half-day. Midwives
 * and gynaecologists draw from a third of the women of an age to see them, another third each day.
 */
final class WaitingRoom {
    private static final Set<String> WOMEN_ONLY = Set.of("midwifery", "gynaecology");
    private static final LocalTime MIDDAY = LocalTime.of(13, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final int LONGEST_HALF_DAY = 7 * 60;
    private static final int BLOCK = 3 * Inhabitants.MIDWIFERY_EVERY;

    private final Map<String, Range> ranges = new HashMap<>();
    private final int blocks;
    private final long seed;

    WaitingRoom(List<Rule> rules, int patientCount, long seed) {
        this.blocks = patientCount / BLOCK;
        this.seed = seed;
        Map<Boolean, Integer> used = new HashMap<>(Map.of(true, 0, false, 0));
        for (Rule rule : rules) {
            ranges.computeIfAbsent(rule.practitionerKey(), key -> {
                boolean women = WOMEN_ONLY.contains(rule.service());
                int width = Math.ceilDiv(LONGEST_HALF_DAY, rule.slotMinutes());
                int first = used.merge(women, width, Integer::sum) - width;
                return new Range(first, rule.slotMinutes(), women);
            });
        }
        if (used.getOrDefault(true, 0) > blocks || used.getOrDefault(false, 0) > blocks * (BLOCK - 1)) {
            throw new IllegalArgumentException("Too few patients for the agendas: " + patientCount);
        }
    }

    int patient(Rule rule, LocalDateTime start) {
        Range range = ranges.get(rule.practitionerKey());
        if (range == null) {
            throw new IllegalArgumentException("Unknown practitioner " + rule.practitionerKey());
        }
        boolean afternoon = !start.toLocalTime().isBefore(MIDDAY);
        LocalTime begin = afternoon ? MIDDAY : MORNING;
        long minutes = ChronoUnit.MINUTES.between(begin, start.toLocalTime());
        int place = range.first() + Math.toIntExact(minutes / range.slotMinutes());
        int size = range.women() ? blocks : blocks * (BLOCK - 1);
        int shuffled = shuffle(place, size, start.toLocalDate().toEpochDay() * 2 + (afternoon ? 1 : 0));
        int reserved = reserved(start.toLocalDate());
        return range.women() ? shuffled * BLOCK + reserved : outside(reserved, shuffled);
    }

    /** The number within each block of patients that is kept for midwives and gynaecologists on that day. */
    private static int reserved(LocalDate day) {
        return Inhabitants.MIDWIFERY_EVERY * (1 + Math.floorMod(day.toEpochDay(), 3));
    }

    private static int outside(int reserved, int index) {
        int inBlock = 1 + index % (BLOCK - 1);
        return index / (BLOCK - 1) * BLOCK + (inBlock < reserved ? inBlock : inBlock + 1);
    }

    /** An affine bijection of 0 … size − 1. */
    private int shuffle(int place, int size, long halfDay) {
        SplittableRandom random = new SplittableRandom(seed ^ halfDay * 0x9E37_79B9_7F4A_7C15L);
        int factor = 1 + random.nextInt(size);
        while (gcd(factor, size) != 1) {
            factor++;
        }
        return Math.toIntExact(((long) factor * place + random.nextInt(size)) % size);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private record Range(int first, int slotMinutes, boolean women) {}
}
