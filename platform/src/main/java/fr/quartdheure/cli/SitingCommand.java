package fr.quartdheure.cli;

import fr.quartdheure.atlas.siting.Objective;
import fr.quartdheure.atlas.siting.OrLibrary;
import fr.quartdheure.atlas.siting.Siting;
import fr.quartdheure.atlas.siting.SitingOutcome;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.OutOfTime;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.atlas.siting.SitingProblem;
import fr.quartdheure.atlas.siting.median.MedianSolution;
import fr.quartdheure.atlas.siting.median.MedianSolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code siting}: where to open so that it serves most, with a proof of how good the answer is. */
@Command(
        name = "siting",
        description = {
            "Chooses where to open, and proves how good the choice is. Needs no database.",
            "",
            "What 'objective' is:",
            "  mclp     inhabitants within --minutes of an open site, as many as possible",
            "  pmedian  inhabitants x minutes to the site that serves them, as few as possible",
            "  pcenter  minutes from the farthest inhabited place, as few as possible",
            "  lscp     number of new sites that put everybody within --minutes, as few as possible",
            "",
            "'bound' is what no choice can beat, 'gap' the part of the objective between both, 'proved' whether there"
                    + " is none. Stopped by --time-limit it answers with its best choice.",
            "",
            "A column 'capacity' counts consultations a year; a place needs 'standardised' (else 'population') x --need"
                    + " of them, and may be shared among sites. mclp then counts only inhabitants who are served;"
                    + " the others must serve everybody, or are refused. Without the column nothing is limited.",
            "Places without inhabitants are left out. Existing sites stay and do not count in --p."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:refused, the reason is on standard output", "64:wrong usage", "1:anything else"})
final class SitingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--demand", paramLabel = "FILE", description = "CSV code,lat,lon,population[,standardised].")
    private @Nullable Path demand;

    @Option(names = "--candidates", paramLabel = "FILE", description = "CSV code,lat,lon[,capacity]: what may open.")
    private @Nullable Path candidates;

    @Option(names = "--objective", description = "One of: mclp, pmedian, pcenter, lscp.")
    private @Nullable Objective objective;

    @Option(names = "--p", paramLabel = "N", description = "How many open; not with lscp, which looks for it.")
    private @Nullable Integer p;

    @Option(names = "--minutes", defaultValue = "15", description = "Of mclp and lscp (default: ${DEFAULT-VALUE}).")
    private double minutes = 15;

    @Option(names = "--existing", paramLabel = "FILE", description = "CSV code,lat,lon[,capacity]: what is open.")
    private @Nullable Path existing;

    @Option(
            names = "--need",
            defaultValue = "5.3",
            description = "Consultations a year of a (standardised) inhabitant (default: ${DEFAULT-VALUE}).")
    private double need = 5.3;

    @Option(
            names = "--times",
            paramLabel = "FILE",
            description = "CSV origin,destination,minutes instead of the estimate; an absent pair is unreachable.")
    private @Nullable Path times;

    @Option(names = "--time-limit", paramLabel = "S", description = "Seconds after which the best choice is given.")
    private @Nullable Double timeLimit;

    @Option(
            names = "--orlib",
            paramLabel = "FILE",
            description = "An OR-Library p-median instance, instead of all this.")
    private @Nullable Path orlib;

    @Option(names = "--json", description = "One JSON object with plain numbers.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        checkNumbers();
        var watch = new SolvingWatch(spec.commandLine().getErr(), timeLimit);
        return orlib == null ? site(watch) : benchmark(orlib, watch);
    }

    private void checkNumbers() {
        if (!(minutes >= 0 && minutes < Double.POSITIVE_INFINITY)) {
            throw wrong("--minutes " + minutes + " is not a number of minutes, 0 or more");
        }
        if (!(need >= 0 && need < Double.POSITIVE_INFINITY)) {
            throw wrong("--need " + need + " is not a number of consultations, 0 or more");
        }
        if (timeLimit != null && !(timeLimit > 0)) {
            throw wrong("--time-limit " + timeLimit + " is not a number of seconds above 0");
        }
        if (p != null && p < 0) {
            throw wrong("--p " + p + " is negative");
        }
    }

    private int benchmark(Path file, SolvingWatch watch) throws IOException {
        if (demand != null || candidates != null || objective != null || p != null || existing != null) {
            throw wrong("--orlib brings its own demand, candidates and p: give it alone");
        }
        try (var text = Files.newBufferedReader(file)) {
            MedianSolution found = MedianSolver.solve(OrLibrary.read(text), watch);
            watch.end();
            var nodes =
                    found.sites().stream().map(site -> String.valueOf(site + 1)).toList();
            boolean proved = found.bound() >= found.cost();
            tell(new Sited(found.cost(), found.bound(), proved, found.sites()), watch, nodes);
            return Quartdheure.DONE;
        } catch (IllegalArgumentException e) {
            throw new Refusal(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Refusal("The file " + file + " is not there or cannot be read as text: " + e.getMessage());
        }
    }

    private int site(SolvingWatch watch) throws IOException {
        if (demand == null || candidates == null || objective == null) {
            throw wrong("--demand, --candidates and --objective go together (or --orlib alone)");
        }
        checkP(objective);
        var files = new SitingFiles(new AnalystFiles(spec.commandLine().getErr()), need);
        var given = files.read(new SitingFiles.Asked(demand, candidates, existing, times));
        var problem = given.problem(objective, p == null ? 0 : p, minutes);
        SitingOutcome outcome = solve(problem, watch);
        watch.end();
        return switch (outcome) {
            case Sited sited -> {
                var codes = sited.opened().stream().map(given::code).toList();
                tell(sited, watch, codes);
                yield Quartdheure.DONE;
            }
            case Infeasible infeasible -> throw new Refusal(given.explain(infeasible.clash(), problem));
            case OutOfTime late ->
                throw new Refusal("Time was over before any choice that satisfies everything was found (bound "
                        + late.bound() + "): give a longer --time-limit.");
        };
    }

    private static SitingOutcome solve(SitingProblem problem, SolvingWatch watch) {
        try {
            return Siting.solve(problem, watch);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private void checkP(Objective asked) {
        if (asked == Objective.LSCP && p != null) {
            throw new Refusal("--p " + p + " has no place with lscp, which looks for the fewest sites: leave it out.");
        }
        if (asked != Objective.LSCP && p == null) {
            throw wrong("--p says how many sites open: " + asked.name().toLowerCase(Locale.ROOT) + " needs it");
        }
    }

    private void tell(Sited sited, SolvingWatch watch, List<String> codes) {
        new Answer()
                .with("objective", sited.objective())
                .with("bound", sited.bound())
                .with("gap", sited.gap())
                .with("proved", sited.proved())
                .with("seconds", watch.seconds())
                .with("chosen", codes)
                .print(spec.commandLine().getOut(), json);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
