package fr.quartdheure.bench;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TravelEstimate;
import fr.quartdheure.time.Recurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The calculations that a region asks for by the million. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PurePartsBenchmark {

    private final Position[] communes = positions(4453, 1);
    private final Position[] places = positions(652, 2);
    private final LocalDate monday = LocalDate.of(2026, 3, 2);
    private final Recurrence rule = new Recurrence(
            DayOfWeek.MONDAY, 1, monday, null, LocalTime.of(8, 0), LocalTime.of(12, 0), Duration.ofMinutes(15));

    /** From every commune of Occitanie to every place of care: 2.9 million pairs. */
    @Benchmark
    public double travelOfARegion() {
        double sum = 0;
        for (Position commune : communes) {
            for (Position place : places) {
                sum += TravelEstimate.between(commune, place, false).minutes();
            }
        }
        return sum;
    }

    /** Sixty days of one weekly rule, over the change to summer time. */
    @Benchmark
    public int horizonOfARule() {
        int steps = 0;
        for (int day = 0; day < 60; day++) {
            steps += rule.steps(monday.plusDays(day)).size();
        }
        return steps;
    }

    private static Position[] positions(int count, int seed) {
        var random = new Random(seed);
        var positions = new Position[count];
        for (int n = 0; n < count; n++) {
            positions[n] = new Position(42.4 + random.nextDouble() * 2.6, -0.3 + random.nextDouble() * 5);
        }
        return positions;
    }
}
