package fr.quartdheure.desk.steering;

import fr.quartdheure.scheduling.BookedHours;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The arrivals at one booth from opening to closing, by half-hour. Values have four decimals, so that what is shown,
 * written in the address and computed is the same. Immutable.
 *
 * @param first the half-hour of the day that it begins with, 17 for half past eight
 * @param arrivals people expected in each
 */
public record StaffingCurve(int first, List<Double> arrivals) {

    private static final int HALF_HOUR = 30;
    private static final double HUNDREDTHS = 100;
    private static final double FINEST = 10_000;

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

    /** What comes in a day at so many an hour. */
    static double usual(LocalTime opens, LocalTime closes, double perHour) {
        return rounded(perHour * (minute(closes) - minute(opens)) / 60, HUNDREDTHS);
    }

    /** The people of one booth on an average day on which it received somebody, outside these hours left out. */
    static StaffingCurve observed(LocalTime opens, LocalTime closes, BookedHours.Observed seen) {
        StaffingCurve people = of(opens, closes, halfHour -> seen.people().getOrDefault(halfHour, 0));
        return people.scaled(people.total() / seen.days());
    }

    /** The same shape with another total; where nobody came before, the same number in each half-hour. */
    StaffingCurve scaled(double total) {
        double sum = total(arrivals);
        return new StaffingCurve(
                first,
                arrivals.stream()
                        .map(each -> rounded(total * (sum == 0 ? 1.0 / arrivals.size() : each / sum), FINEST))
                        .toList());
    }

    /** In hundredths: what rounding took from each half-hour does not show. */
    public double total() {
        return rounded(total(arrivals), HUNDREDTHS);
    }

    private static double total(List<Double> arrivals) {
        return arrivals.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double rounded(double value, double parts) {
        return Math.round(parts * value) / parts;
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
