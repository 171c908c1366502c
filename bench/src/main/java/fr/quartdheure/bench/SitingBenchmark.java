package fr.quartdheure.bench;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.file.CsvFile;
import fr.quartdheure.atlas.file.ReadProgress;
import fr.quartdheure.atlas.siting.Need;
import fr.quartdheure.atlas.siting.Objective;
import fr.quartdheure.atlas.siting.OrLibrary;
import fr.quartdheure.atlas.siting.Question;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.siting.Siting;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.atlas.siting.SitingProblem;
import fr.quartdheure.atlas.siting.median.MedianSolution;
import fr.quartdheure.atlas.siting.median.MedianSolver;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Siting proved optimal, model building included. Needs the open data named by QUARTDHEURE_OPEN_DATA. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx700m")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class SitingBenchmark {

    /** 4,453 communes; those of 1,000 inhabitants or more are candidates. */
    @State(Scope.Benchmark)
    public static class Occitanie {

        private final List<Place> communes = new ArrayList<>();
        private final List<Need> needs = new ArrayList<>();
        private final List<Place> candidates = new ArrayList<>();

        @Setup
        public void read() throws IOException {
            var columns = List.of("code", "latitude_centre", "longitude_centre", "population");
            var file = OpenData.file("communes/communes_occitanie_2025.csv");
            try (var rows = CsvFile.open(file, columns, ReadProgress.SILENT)) {
                while (rows.next()) {
                    var position = new Position(rows.number("latitude_centre"), rows.number("longitude_centre"));
                    var place = new Place(rows.text("code"), position);
                    double population = rows.number("population");
                    communes.add(place);
                    needs.add(new Need(population, 0));
                    if (population >= 1000) {
                        candidates.add(place);
                    }
                }
            }
        }
    }

    /** One of the OR-Library's p-medians: distances between all nodes included. */
    @State(Scope.Benchmark)
    public static class Instance {

        @Param({"1", "6", "11", "16", "20"})
        private int number;
    }

    /** Twenty-one centres that the most inhabitants reach within 15 minutes: 54.733 %. */
    @Benchmark
    public Sited coveringOfOccitanie(Occitanie region) {
        var reach = new EstimatedTimes(new Places(region.communes), new Places(region.candidates)).within(15);
        List<Site> sites = Collections.nCopies(region.candidates.size(), Site.of(Role.CANDIDATE));
        var question = new Question(Objective.MCLP, 21, 15, Map.of());
        var sited = (Sited) Siting.solve(new SitingProblem(region.needs, sites, reach, question), Watch.PATIENT);
        if (!sited.proved()) {
            throw new IllegalStateException("not proved: " + sited);
        }
        return sited;
    }

    @Benchmark
    public MedianSolution medianOfTheLibrary(Instance instance) throws IOException {
        try (var text = Files.newBufferedReader(OpenData.file("pmed/pmed" + instance.number + ".txt"))) {
            return MedianSolver.solve(OrLibrary.read(text), Watch.PATIENT);
        }
    }
}
