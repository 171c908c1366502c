package fr.quartdheure.atlas.queue;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.DoubleSupplier;

/**
 * A queue lived through event by event: it checks the formulas and answers where service is not exponential. First come
 * first served; each supplier gives the minutes of one draw. Not thread-safe, as its suppliers are not.
 *
 * @param servers 1 or more
 * @param gaps between two arrivals
 * @param services of one person
 * @param patience of one person; {@code () -> Double.POSITIVE_INFINITY} where everybody waits
 */
public record QueueSimulation(int servers, DoubleSupplier gaps, DoubleSupplier services, DoubleSupplier patience) {

    public QueueSimulation {
        if (servers < 1) {
            throw new IllegalArgumentException(servers + " servers serve nobody; give 1 or more");
        }
    }

    /**
     * What was observed, of all who arrived as in {@link Queue}.
     *
     * @param meanWait minutes
     * @param p90Wait minutes
     * @param abandonment 0 to 1
     * @param occupancy 0 to 1
     */
    public record Observed(double meanWait, double p90Wait, double abandonment, double occupancy) {}

    /**
     * Runs from an empty queue. The first tenth only fills it and is not counted.
     *
     * @param arrivals 10 or more
     */
    public Observed run(int arrivals) {
        var day = new Day(arrivals / 10, arrivals);
        for (int person = 0; person < arrivals; person++) {
            day.arrive(person);
        }
        return day.observed();
    }

    /** A person takes the server that is free first; those who leave before their turn never take one. */
    private final class Day {
        private final PriorityQueue<Double> freeAt = new PriorityQueue<>();
        private final int counted;
        private final double[] waits;
        private double now;
        private double begun;
        private double busy;
        private int left;

        Day(int counted, int arrivals) {
            this.counted = counted;
            this.waits = new double[arrivals - counted];
            for (int server = 0; server < servers; server++) {
                freeAt.add(0.0);
            }
        }

        void arrive(int person) {
            now += gaps.getAsDouble();
            if (person == counted) {
                begun = now;
            }
            double turn = Math.max(now, freeAt.element());
            double patient = patience.getAsDouble();
            boolean leaves = turn - now > patient;
            double service = leaves ? 0 : services.getAsDouble();
            if (!leaves) {
                freeAt.remove();
                freeAt.add(turn + service);
            }
            if (person >= counted) {
                waits[person - counted] = leaves ? patient : turn - now;
                left += leaves ? 1 : 0;
                busy += service;
            }
        }

        Observed observed() {
            Arrays.sort(waits);
            return new Observed(
                    Arrays.stream(waits).average().orElse(0),
                    waits[(int) Math.ceil(0.9 * waits.length) - 1],
                    (double) left / waits.length,
                    busy / (servers * (now - begun)));
        }
    }
}
