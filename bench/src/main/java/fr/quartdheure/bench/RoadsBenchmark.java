package fr.quartdheure.bench;

import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.roads.RoadNetwork;
import fr.quartdheure.roads.RoadTimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a capital reaches by road within a quarter of an hour. Needs the open data named by QUARTDHEURE_OPEN_DATA. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RoadsBenchmark {

    private static final Position CAPITAL = new Position(42.5063, 1.5218);

    private final RoadTimes times = read();

    private static RoadTimes read() {
        var around = new Places(IntStream.range(0, 200)
                .mapToObj(n ->
                        new Place("P" + n, new Position(42.45 + 0.15 * (n % 20) / 20, 1.45 + 0.28 * (n / 20) / 10.0)))
                .toList());
        try {
            return RoadNetwork.load(OpenData.file("osm/andorra.osm.pbf"))
                    .times(new Places(List.of(new Place("capital", CAPITAL))), around);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From Andorra la Vella to 200 places of the country. */
    @Benchmark
    public Pairs treeOfAQuarterOfAnHour() {
        return times.within(15);
    }
}
