package fr.quartdheure.atlas.queue;

import fr.quartdheure.atlas.queue.QueueSimulation.Observed;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What many simulated days showed, by the half-hour in which people arrived. Waits are in minutes and of all who
 * arrived, as in {@link Queue}; of a span in which nobody arrived they are not a number. Complete once its simulation
 * hands it out, and thread-safe then.
 */
public final class DayObserved {

    private static final double Z = 2.5758293035489;
    private static final double TENTH = 0.1;

    private final double[][] sums;
    private final int[][] counts;
    private final double[][] waits;
    private final int[] arrived;
    private final int[] left;
    /** The last of them is after closing. */
    private final double[] busy;

    private final double[] over;
    private final double[] planned;

    DayObserved(Shifts shifts, int days) {
        int halfHours = shifts.length() - 1;
        this.sums = new double[days][halfHours];
        this.counts = new int[days][halfHours];
        this.waits = new double[halfHours][64];
        this.arrived = new int[halfHours];
        this.left = new int[halfHours];
        this.busy = new double[halfHours + 1];
        this.over = new double[halfHours + 1];
        this.planned = IntStream.rangeClosed(0, halfHours)
                .mapToDouble(one -> (double) days * DayLoad.HALF_HOUR * shifts.planned(one))
                .toArray();
    }

    DayRun day(Shifts shifts) {
        return new DayRun(shifts, busy, over);
    }

    void add(int day, int halfHour, double wait, boolean leaves) {
        sums[day][halfHour] += wait;
        counts[day][halfHour]++;
        if (arrived[halfHour] == waits[halfHour].length) {
            waits[halfHour] = Arrays.copyOf(waits[halfHour], 2 * arrived[halfHour]);
        }
        waits[halfHour][arrived[halfHour]++] = wait;
        left[halfHour] += leaves ? 1 : 0;
    }

    /** From opening to closing. */
    public Observed whole() {
        return between(0, arrived.length);
    }

    /**
     * Of those who arrived in these half-hours, counted from 0.
     *
     * @param to not included
     */
    public Observed between(int from, int to) {
        double people = sum(arrived, from, to);
        double present = sum(planned, from, to) + sum(over, from, to);
        return new Observed(
                meanWait(from, to),
                p90Wait(from, to),
                people == 0 ? Double.NaN : sum(left, from, to) / people,
                present == 0 ? Double.NaN : sum(busy, from, to) / present);
    }

    /**
     * The mean wait errs by at most so many minutes with 99 % confidence. Days are independent of each other, people of
     * one day are not: so it is the error of a ratio of sums over days (Law 2015, 9.5.3), with Student's quantile by
     * its expansion from the normal one (Fisher and Cornish 1960).
     */
    public double halfWidth(int from, int to) {
        double mean = meanWait(from, to);
        double square = 0;
        for (int day = 0; day < sums.length; day++) {
            double error = sum(sums[day], from, to) - mean * sum(counts[day], from, to);
            square += error * error;
        }
        int freedom = sums.length - 1;
        return student(freedom) * Math.sqrt(square * sums.length / freedom) / sum(arrived, from, to);
    }

    /** Minutes a day that servers stay beyond their plan, to end a service or until nobody waits, on average. */
    public double overtimeMinutes() {
        return sum(over, 0, over.length) / sums.length;
    }

    public int days() {
        return sums.length;
    }

    boolean isKept(Promise promise, int halfHour) {
        int people = arrived[halfHour];
        return people == 0
                || (meanWait(halfHour, halfHour + 1) <= promise.meanMinutes()
                        && longer(halfHour, promise.p90Minutes()) <= TENTH * people
                        && left[halfHour] <= promise.abandonment() * people);
    }

    private long longer(int halfHour, double minutes) {
        return minutes == Promise.NONE
                ? 0
                : Arrays.stream(waits[halfHour], 0, arrived[halfHour])
                        .filter(wait -> wait > minutes)
                        .count();
    }

    private double meanWait(int from, int to) {
        double sum = 0;
        for (double[] day : sums) {
            sum += sum(day, from, to);
        }
        return sum / sum(arrived, from, to);
    }

    /** The least wait that at most one in ten exceed. */
    private double p90Wait(int from, int to) {
        double[] sorted = IntStream.range(from, to)
                .mapToObj(halfHour -> Arrays.stream(waits[halfHour], 0, arrived[halfHour]))
                .flatMapToDouble(each -> each)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1 - sorted.length / 10];
    }

    private static double student(int freedom) {
        double cube = Z * Z * Z;
        return Z + (cube + Z) / (4.0 * freedom) + (5 * cube * Z * Z + 16 * cube + 3 * Z) / (96.0 * freedom * freedom);
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static double sum(int[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
