package fr.quartdheure.cli;

import fr.quartdheure.atlas.accessibility.Index;
import fr.quartdheure.atlas.file.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code accessibility}: how much care each place can reach. */
@Command(
        name = "accessibility",
        description = {
            "Computes how much care the inhabitants of each place can reach, and writes code,value for every place.",
            "Formulas and sources: docs/methods.md. Needs neither a running platform nor a database."
        },
        mixinStandardHelpOptions = true)
final class AccessibilityCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--demand",
            required = true,
            paramLabel = "FILE",
            description = "CSV code,lat,lon,population[,standardised]: where people live.")
    @SuppressWarnings("NullAway.Init")
    private Path demand;

    @Option(
            names = "--supply",
            required = true,
            paramLabel = "FILE",
            description = "CSV code,lat,lon,supply: where care is given, as consultations a year.")
    @SuppressWarnings("NullAway.Init")
    private Path supply;

    @Mixin
    private TravelOptions travel = new TravelOptions();

    @Option(
            names = "--index",
            defaultValue = "apl",
            converter = IndexName.class,
            description = "apl, 2sfca, e2sfca, 3sfca or bfca (default: ${DEFAULT-VALUE})."
                    + " apl counts the standardised population where there is one.")
    private Index index = Index.APL;

    @Option(
            names = "--max-minutes",
            defaultValue = "20",
            description = "Care farther away counts for nothing (default: ${DEFAULT-VALUE})."
                    + " The zones of apl end at 20 in any case.")
    private double maxMinutes;

    @Mixin
    private Summary summary = new Summary();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The CSV to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!(maxMinutes > 0 && maxMinutes < Double.POSITIVE_INFINITY)) {
            throw new Refusal("--max-minutes " + maxMinutes + " is not a time: give more than 0.");
        }
        var file = OutFile.at(out, demand, supply, travel.file(), summary.file());
        var files = new AnalystFiles(spec.commandLine().getErr());
        List<Point> places = files.demand(demand);
        List<Point> sites = files.supply(supply);
        var minutes = files.minutes(places, sites, travel);
        double[] population = AnalystFiles.numbers(places, counted(places));
        var pairs = AnalystFiles.pairs(minutes.times(), maxMinutes);
        double[] values = index.of(pairs, population, AnalystFiles.numbers(sites, AnalystFiles.SUPPLY), maxMinutes);
        write(file, places, values);
        var told = new Summary.Values(places, values, population);
        summary.tell(told, files, answer(values))
                .with("population", counted(places))
                .with("sites", sites.size())
                .with("pairs", pairs.size())
                .with("times", minutes.source())
                .with("ignoredRows", minutes.ignoredRows())
                .print(spec.commandLine().getOut(), json);
        return Quartdheure.DONE;
    }

    private Answer answer(double[] values) {
        return new Answer()
                .with("index", index.code())
                .with("out", out.toString())
                .with("places", values.length)
                .with(
                        "unserved",
                        Arrays.stream(values).filter(value -> value == 0).count());
    }

    /** The column of people that the index counts. */
    private String counted(List<Point> places) {
        return index == Index.APL
                        && places.getFirst().find(AnalystFiles.STANDARDISED).isPresent()
                ? AnalystFiles.STANDARDISED
                : AnalystFiles.POPULATION;
    }

    private static void write(OutFile file, List<Point> places, double[] values) throws IOException {
        var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        file.write(out -> {
            var csv = format.print(out);
            csv.printRecord("code", "value");
            for (int place = 0; place < values.length; place++) {
                csv.printRecord(places.get(place).code(), Answer.plain(values[place]));
            }
            csv.flush();
        });
    }

    /** The names of the field begin with digits, which no enum constant may. */
    static final class IndexName implements ITypeConverter<Index> {
        @Override
        public Index convert(String name) {
            return Arrays.stream(Index.values())
                    .filter(index -> index.code().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + Arrays.stream(Index.values()).map(Index::code).collect(Collectors.joining(", "))
                            + " but was '" + name + "'"));
        }
    }
}
