package fr.quartdheure.desk.steering;

import fr.quartdheure.atlas.queue.DayLoad;
import fr.quartdheure.atlas.queue.DayPlan;
import fr.quartdheure.atlas.queue.QueueSimulation.Observed;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many doctors keep the promise through the day, booth by booth, in one queue, and with more booths. Immutable.
 *
 * @param curve arrivals at one booth
 * @param booths of the network
 * @param alone the plan of one booth by itself
 * @param pooled the plan of all booths in one queue
 * @param equipped the same with those that would be equipped; the same plan where none would
 * @param rows of the one queue, computed once: each sorts thousands of waits
 * @param days of each way to staff the booths
 */
public record StaffingAnswer(
        StaffingCurve curve,
        int booths,
        DayPlan alone,
        DayPlan pooled,
        DayPlan equipped,
        List<Row> rows,
        List<Day> days) {

    static StaffingAnswer of(StaffingForm form) {
        DayLoad day = form.day();
        int booths = form.booths();
        DayPlan alone = DayPlan.of(day, form.promise());
        DayPlan pooled = booths == 1 ? alone : DayPlan.of(day.at(booths), form.promise());
        DayPlan equipped = form.more() == 0 ? pooled : DayPlan.of(day.at(booths + form.more()), form.promise());
        var days = new ArrayList<Day>();
        days.add(day("alone", "alone", booths, booths, alone));
        days.add(day("pooled", "pooled", booths, 1, pooled));
        if (form.more() > 0) {
            days.add(day("pooled", "equipped", booths + form.more(), 1, equipped));
        }
        StaffingCurve curve = form.curve();
        return new StaffingAnswer(
                curve, booths, alone, pooled, equipped, rows(curve, booths, alone, pooled), List.copyOf(days));
    }

    /**
     * One half-hour.
     *
     * @param arrivals people expected in the network
     * @param alone doctors at the same time when each booth has its own
     * @param pooled doctors at the same time in one queue
     * @param seen what those who arrive then find in that queue; no numbers where nobody comes
     */
    public record Row(LocalTime from, double arrivals, int alone, int pooled, Observed seen) {}

    private static List<Row> rows(StaffingCurve curve, int booths, DayPlan alone, DayPlan pooled) {
        return IntStream.range(0, curve.arrivals().size())
                .mapToObj(place -> new Row(
                        curve.from(place),
                        pooled.day().arrivals().get(place),
                        booths * alone.servers().get(place),
                        pooled.servers().get(place),
                        pooled.observed().between(place, place + 1)))
                .toList();
    }

    /**
     * A whole day of one way to staff the booths.
     *
     * @param how "alone", each booth its own doctors, or "pooled", one queue for all
     * @param network what the address calls it: "alone", "pooled" or "equipped"
     * @param hours of doctors a day, as planned
     * @param most doctors at the same time
     */
    public record Day(String how, String network, int booths, double hours, int most, Observed seen) {}

    /** Doctor-hours a day that the simulation found wanting in what the formulas gave for the one queue. */
    public double added() {
        int formula = pooled.byFormula().stream().mapToInt(Integer::intValue).sum();
        return pooled.serverHours() - formula / 2.0;
    }

    /** Half-hours in which the one queue needs more doctors than there are booths to be seen from. */
    public List<Row> crowded() {
        return rows.stream().filter(row -> row.pooled() > booths).toList();
    }

    /** Whether a booth by itself would have to receive two at a time. */
    public boolean isAloneCrowded() {
        return alone.servers().stream().anyMatch(doctors -> doctors > 1);
    }

    /** Minutes by which the mean wait in the one queue may err, with 99 % confidence. */
    public double halfWidth() {
        return pooled.observed().halfWidth(0, curve.arrivals().size());
    }

    public boolean isNobodyExpected() {
        return pooled.day().total() == 0;
    }

    /** The plan that the address calls so. */
    DayPlan plan(String network) {
        return switch (network) {
            case "alone" -> alone;
            case "equipped" -> equipped;
            default -> pooled;
        };
    }

    private static Day day(String how, String network, int booths, int queues, DayPlan plan) {
        int most = plan.servers().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Day(
                how,
                network,
                booths,
                queues * plan.serverHours(),
                queues * most,
                plan.observed().whole());
    }
}
