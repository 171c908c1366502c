package fr.quartdheure.desk.steering;

import fr.quartdheure.scheduling.BookedHours;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The arrivals at one booth from opening to closing, by half-hour. Values are whole hundredths, so that what is shown,
 * written in the address and computed is the same. Immutable.
 *
 * @param first the half-hour of the day that it begins with, 17 for half past eight
 * @param arrivals people expected in each
 */
public record StaffingCurve(int first, List<Double> arrivals) {

    private static final int HALF_HOUR = 30;
    private static final double HUNDREDTHS = 100;

    /** The half-hours between two hours of one day, begun ones included, each with what is said of it. */
    static StaffingCurve of(LocalTime opens, LocalTime closes, IntToDoubleFunction arrivals) {
        var values = new ArrayList<Double>();
        int first = minute(opens) / HALF_HOUR;
        for (int halfHour = first; halfHour * HALF_HOUR < minute(closes); halfHour++) {
            values.add(arrivals.applyAsDouble(halfHour));
        }
        return new StaffingCurve(first, List.copyOf(values));
    }

    /** As many in each minute of opening. */
    static StaffingCurve even(LocalTime opens, LocalTime closes, double total) {
        return of(opens, closes, halfHour -> open(opens, closes, halfHour)).scaled(total);
    }

    /** The people of one booth on an average day on which it received somebody, outside these hours left out. */
    static StaffingCurve observed(LocalTime opens, LocalTime closes, BookedHours.Observed seen) {
        StaffingCurve people = of(opens, closes, halfHour -> seen.people().getOrDefault(halfHour, 0));
        return people.scaled(people.total() / seen.days());
    }

    /** The same shape with another total; where nobody came before, the same number in each half-hour. */
    StaffingCurve scaled(double total) {
        double sum = total();
        var scaled = new ArrayList<Double>();
        double reached = 0;
        double before = 0;
        for (double each : arrivals) {
            reached += total * (sum == 0 ? 1.0 / arrivals.size() : each / sum);
            // Rounding what was reached so far, not each value, keeps the total.
            double rounded = Math.round(HUNDREDTHS * reached);
            scaled.add((rounded - before) / HUNDREDTHS);
            before = rounded;
        }
        return new StaffingCurve(first, List.copyOf(scaled));
    }

    public double total() {
        double sum = arrivals.stream().mapToDouble(Double::doubleValue).sum();
        return Math.round(HUNDREDTHS * sum) / HUNDREDTHS;
    }

    /** When one of its half-hours begins, counted from 0. */
    public LocalTime from(int place) {
        return hour(first + place);
    }

    /** How the address names it: "a0830". */
    public String name(int place) {
        return name(from(place));
    }

    static String name(LocalTime from) {
        return "a%02d%02d".formatted(from.getHour(), from.getMinute());
    }

    static LocalTime hour(int halfHour) {
        return LocalTime.MIDNIGHT.plusMinutes((long) HALF_HOUR * halfHour);
    }

    private static double open(LocalTime opens, LocalTime closes, int halfHour) {
        int from = Math.max(minute(opens), HALF_HOUR * halfHour);
        return Math.min(minute(closes), HALF_HOUR * (halfHour + 1)) - from;
    }

    private static int minute(LocalTime hour) {
        return 60 * hour.getHour() + hour.getMinute();
    }
}
