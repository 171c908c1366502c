package fr.quartdheure.bench;

import fr.quartdheure.atlas.accessibility.Catchments;
import fr.quartdheure.atlas.accessibility.Decay;
import fr.quartdheure.atlas.file.CsvFile;
import fr.quartdheure.atlas.file.ReadProgress;
import fr.quartdheure.atlas.travel.Nearby;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TravelEstimate;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The accessibility of metropolitan France: 34,793 communes, supply of one for 1,250 inhabitants in the 9,852 communes
 * of 1,000 or more, 894,861 pairs within 20 km. Needs the open data named by QUARTDHEURE_OPEN_DATA.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx300m")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AccessibilityBenchmark {

    private static final double KM = 20;
    private static final int PAIRS = 894_861;

    private Places communes = new Places(List.of());
    private Places served = new Places(List.of());
    private double[] population = {};
    private double[] supply = {};
    private Pairs pairs = Nearby.within(communes, served, KM);

    @Setup
    public void prepare() throws IOException {
        var people = read();
        communes = new Places(List.copyOf(people.keySet()));
        population = people.values().stream().mapToDouble(Double::doubleValue).toArray();
        people.values().removeIf(inhabitants -> inhabitants < 1000);
        served = new Places(List.copyOf(people.keySet()));
        supply = people.values().stream()
                .mapToDouble(inhabitants -> Math.round(inhabitants / 1250))
                .toArray();
        pairs = pairsOfFrance();
        if (pairs.size() != PAIRS) {
            throw new IllegalStateException(pairs.size() + " pairs instead of " + PAIRS);
        }
    }

    private static Map<Place, Double> read() throws IOException {
        var file = OpenData.file("communes/communes_france_2024.csv");
        var columns = List.of("insee_com", "commune_type", "insee_reg", "lat", "lng", "population_2021");
        var people = new LinkedHashMap<Place, Double>();
        var seen = new HashSet<String>();
        try (var rows = CsvFile.open(file, columns, ReadProgress.SILENT)) {
            while (rows.next()) {
                if (isMetropolitan(rows) && seen.add(rows.text("insee_com"))) {
                    var position = new Position(rows.number("lat"), rows.number("lng"));
                    people.put(new Place(rows.text("insee_com"), position), rows.number("population_2021"));
                }
            }
        }
        return people;
    }

    /** Pairs with their minutes. */
    @Benchmark
    public Pairs pairsOfFrance() {
        return Nearby.within(communes, served, KM).map(km -> TravelEstimate.minutes(km, false));
    }

    /** Once the pairs are in memory, with the zones of the DREES. */
    @Benchmark
    public double[] enhancedOfFrance() {
        return new Catchments(pairs, population, supply, Decay.DREES).enhanced();
    }

    /** Three communes of the file have no position. */
    private static boolean isMetropolitan(CsvFile rows) {
        return rows.text("commune_type").equals("COM")
                && !rows.isEmpty("lat")
                && rows.number("insee_reg") > 10
                && rows.number("population_2021") > 0;
    }
}
