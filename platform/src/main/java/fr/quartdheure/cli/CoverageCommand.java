package fr.quartdheure.cli;

import fr.quartdheure.atlas.coverage.Coverage;
import fr.quartdheure.atlas.file.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coverage}: how many inhabitants are within so many minutes of care, and where the others live. */
@Command(
        name = "coverage",
        description = {
            "Counts the inhabitants within so many minutes of the nearest site, and names the places left out.",
            "A site that is near may be full: look at accessibility too. Needs no database."
        },
        mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--demand",
            required = true,
            paramLabel = "FILE",
            description = "CSV code,lat,lon,population: where people live.")
    @SuppressWarnings("NullAway.Init")
    private Path demand;

    @Option(
            names = "--sites",
            required = true,
            paramLabel = "FILE",
            description = "CSV code,lat,lon: where care is given.")
    @SuppressWarnings("NullAway.Init")
    private Path sites;

    @Option(
            names = "--minutes",
            defaultValue = "15",
            description = "Exactly so many are within them (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Mixin
    private TravelOptions travel = new TravelOptions();

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!(minutes >= 0 && minutes < Double.POSITIVE_INFINITY)) {
            throw new Refusal("--minutes " + minutes + " is not a time: give 0 or more.");
        }
        var files = new AnalystFiles(spec.commandLine().getErr());
        List<Point> places = files.demand(demand);
        var minutesBetween = files.minutes(places, files.sites(sites), travel).times();
        double[] nearest = AnalystFiles.pairs(minutesBetween, minutes).nearest();
        var coverage = new Coverage(nearest, AnalystFiles.numbers(places, AnalystFiles.POPULATION), minutes);
        if (coverage.population() == 0) {
            throw new Refusal(demand + ": nobody lives there, every population is 0: there is no share to compute.");
        }
        new Answer()
                .with("population", coverage.population())
                .with("covered", coverage.covered())
                .with("share", coverage.share())
                .with("leftOut", codes(places, coverage.leftOut()))
                .print(spec.commandLine().getOut(), json);
        return Quartdheure.DONE;
    }

    private static List<String> codes(List<Point> places, int[] indexes) {
        return Arrays.stream(indexes)
                .mapToObj(place -> places.get(place).code())
                .toList();
    }
}
