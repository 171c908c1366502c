package fr.quartdheure.atlas.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * How many servers each half-hour of a day needs so that whoever arrives in it finds a promise kept. Immutable,
 * thread-safe.
 *
 * <p>A start is found by the formulas, each half-hour as if it lasted for ever and stood alone (SIPP; Green, Kolesar
 * and Soares 2001). After a peak that is too few, for the backlog is carried on. So the day is simulated, and servers
 * are added where a half-hour breaks the promise, until none does (as Feldman, Mandelbaum, Massey and Whitt 2008 do).
 *
 * @param byFormula servers of each half-hour before the simulation
 * @param servers of each half-hour; 0 where nobody arrives
 * @param observed the simulated days of this plan
 */
public record DayPlan(
        DayLoad day, Promise promise, List<Integer> byFormula, List<Integer> servers, DayObserved observed) {

    /** The seed of every plan, so that a page and the command line say the same. */
    public static final long SEED = 15;

    /** People simulated for one look at a plan, divided among days, and the bounds of their number. */
    private static final int PEOPLE = 300_000;

    private static final int LEAST_DAYS = 100;
    private static final int MOST_DAYS = 5_000;

    /** In a team so large that one more is hardly felt, one more for each so many is added at once. */
    private static final int AT_ONCE = 25;

    /** @throws IllegalArgumentException when no number of servers keeps the promise, or too many people would wait */
    public static DayPlan of(DayLoad day, Promise promise) {
        var simulation = new DaySimulation(day, SEED, days(day));
        List<Integer> byFormula = byFormula(day, promise);
        var servers = new ArrayList<>(byFormula);
        var observed = simulation.run(servers);
        while (add(servers, observed, promise)) {
            observed = simulation.run(servers);
        }
        return new DayPlan(day, promise, byFormula, List.copyOf(servers), observed);
    }

    /** Hours of servers from opening to closing; {@link DayObserved#overtimeMinutes} come on top. */
    public double serverHours() {
        return DayLoad.HALF_HOUR
                / 60.0
                * servers.stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Integer> byFormula(DayLoad day, Promise promise) {
        var servers = new ArrayList<Integer>();
        for (int halfHour = 0; halfHour < day.halfHours(); halfHour++) {
            servers.add(day.arrivals().get(halfHour) == 0 ? 0 : fewest(day, day.load(halfHour), promise));
        }
        return List.copyOf(servers);
    }

    private static int fewest(DayLoad day, Load load, Promise promise) {
        var queue = day.isEndlesslyPatient()
                ? Staffing.fewest(load, promise)
                : Staffing.fewest(load, day.patienceMinutes(), promise);
        return queue.servers();
    }

    /** Adds where a promise is broken first: what follows may suffer from that backlog only. */
    private static boolean add(List<Integer> servers, DayObserved observed, Promise promise) {
        boolean added = false;
        boolean brokenBefore = false;
        for (int halfHour = 0; halfHour < servers.size(); halfHour++) {
            boolean broken = !observed.isKept(promise, halfHour);
            if (broken && !brokenBefore) {
                int now = servers.get(halfHour);
                servers.set(halfHour, now + Math.max(1, now / AT_ONCE));
                added = true;
            }
            brokenBefore = broken;
        }
        return added;
    }

    private static int days(DayLoad day) {
        return (int) Math.clamp(PEOPLE / Math.max(1, day.total()), LEAST_DAYS, MOST_DAYS);
    }
}
