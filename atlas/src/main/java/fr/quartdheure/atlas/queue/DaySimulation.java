package fr.quartdheure.atlas.queue;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Lives a day through many times, from an empty queue at opening until the last has been served: what one half-hour
 * leaves waiting the next finds. Immutable, thread-safe.
 *
 * <p>Person k of day d draws the same numbers whatever the servers, so that two plans are compared on the same people.
 * She arrives when the expected arrivals reach the k-th point of a Poisson process of rate 1 (Çınlar 1975).
 *
 * @param seed the same gives the same days
 * @param days 30 or more, or the interval would say nothing
 */
public record DaySimulation(DayLoad day, long seed, int days) {

    public DaySimulation {
        if (days < 30) {
            throw new IllegalArgumentException(days + " simulated days are too few for an interval; give 30 or more");
        }
    }

    /**
     * @param servers of each half-hour
     * @throws IllegalArgumentException when a half-hour with arrivals has none, or their number is not that of the day
     */
    public DayObserved run(List<Integer> servers) {
        var shifts = new Shifts(day, servers);
        var observed = new DayObserved(shifts, days);
        var seeds = new SplittableRandom(seed);
        for (int one = 0; one < days; one++) {
            live(one, seeds.split(), observed, observed.day(shifts));
        }
        return observed;
    }

    private void live(int one, SplittableRandom random, DayObserved observed, DayRun run) {
        double next = random.nextExponential();
        double before = 0;
        for (int halfHour = 0; halfHour < day.halfHours(); halfHour++) {
            double expected = day.arrivals().get(halfHour);
            for (; next < before + expected; next += random.nextExponential()) {
                double arrival = DayLoad.HALF_HOUR * (halfHour + (next - before) / expected);
                double service = day.serviceMinutes() * random.nextExponential();
                double patience =
                        day.isEndlesslyPatient() ? DayLoad.ENDLESS : day.patienceMinutes() * random.nextExponential();
                double wait = run.arrive(arrival, service, patience);
                observed.add(one, halfHour, wait, wait == patience);
            }
            before += expected;
        }
        run.close();
    }
}
