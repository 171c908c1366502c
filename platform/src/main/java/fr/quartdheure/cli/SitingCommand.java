package fr.quartdheure.cli;

import fr.quartdheure.atlas.opening.Aim;
import fr.quartdheure.atlas.siting.OrLibrary;
import fr.quartdheure.atlas.siting.Question;
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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  apl-gain         consultations a year more for those under --threshold, none above it",
            "  under-threshold  inhabitants whose APL stays under --threshold, as few as possible",
            "Both need --supply, or a column 'apl' of the demand, and a candidate brings its 'capacity', else"
                    + " --opening-supply. With --plan and --professionals they, or mclp, are answered year by year.",
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

    @Option(
            names = "--objective",
            paramLabel = "NAME",
            converter = Goal.Name.class,
            description = "One of: mclp, pmedian, pcenter, lscp, apl-gain, under-threshold.")
    private @Nullable Goal goal;

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

    @Mixin
    private TravelOptions travel = new TravelOptions();

    @Option(names = "--time-limit", paramLabel = "S", description = "Seconds after which the best choice is given.")
    private @Nullable Double timeLimit;

    @Option(
            names = "--orlib",
            paramLabel = "FILE",
            description = "An OR-Library p-median instance, instead of all this.")
    private @Nullable Path orlib;

    @Mixin
    private SitingLimits limits = new SitingLimits();

    @Mixin
    private OpeningOptions openings = new OpeningOptions();

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
        openings.fault().ifPresent(fault -> {
            throw wrong(fault);
        });
    }

    private int benchmark(Path file, SolvingWatch watch) throws IOException {
        boolean alone = demand == null && candidates == null && goal == null && p == null && existing == null;
        if (!alone || limits.areGiven() || openings.areGiven()) {
            throw wrong("--orlib brings its own demand, candidates and p: give it alone");
        }
        try (var text = Files.newBufferedReader(file)) {
            MedianSolution found = MedianSolver.solve(OrLibrary.read(text), watch);
            watch.end();
            var nodes =
                    found.sites().stream().map(site -> String.valueOf(site + 1)).toList();
            boolean proved = found.bound() >= found.cost();
            var sited = new Sited(found.cost(), found.bound(), proved, found.sites());
            tell(SitingAnswers.of(sited, watch.seconds(), nodes));
            return Quartdheure.DONE;
        } catch (IllegalArgumentException e) {
            throw new Refusal(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Refusal("The file " + file + " is not there or cannot be read as text: " + e.getMessage());
        }
    }

    private int site(SolvingWatch watch) throws IOException {
        if (demand == null || candidates == null || goal == null) {
            throw wrong("--demand, --candidates and --objective go together (or --orlib alone)");
        }
        checkP(goal);
        var files = new AnalystFiles(spec.commandLine().getErr());
        var asked = new SitingFiles.Asked(demand, candidates, existing, travel, limits);
        if (goal.isApl() || openings.isPlan()) {
            tell(open(new OpeningFiles(files, asked, openings), goal, watch));
        } else {
            tell(site(new SitingFiles(files, need).read(asked), goal, watch));
        }
        return Quartdheure.DONE;
    }

    private Answer open(OpeningFiles files, Goal asked, SolvingWatch watch) throws IOException {
        if (openings.isPlan() && (!asked.canBePlanned() || limits.mayClose())) {
            throw wrong("--plan goes with mclp, apl-gain or under-threshold, and without --closable");
        }
        int count = openings.isPlan()
                ? openings.plan().stream().mapToInt(Integer::intValue).sum()
                : p == null ? 0 : p;
        var aim = new Aim(asked.benefit(), count, openings.measures(minutes), limits.quotas());
        var run = new OpeningRun(files.read(aim), watch);
        return openings.isPlan() ? run.plan(openings) : run.site();
    }

    private Answer site(SitingFiles.Given given, Goal asked, SolvingWatch watch) {
        var question = new Question(asked.objective(), p == null ? 0 : p, minutes, limits.quotas());
        var problem = given.problem(question);
        SitingOutcome outcome = solve(problem, watch);
        watch.end();
        return switch (outcome) {
            case Sited sited -> {
                var codes = given.codes(given.candidates(sited.opened()));
                var answer = SitingAnswers.of(sited, watch.seconds(), codes);
                yield limits.mayClose() ? answer.with("closed", given.closed(sited.opened())) : answer;
            }
            case Infeasible infeasible -> throw new Refusal(given.explain(infeasible.clash(), problem));
            case OutOfTime late -> throw new Refusal(SitingAnswers.late(late));
        };
    }

    private static SitingOutcome solve(SitingProblem problem, SolvingWatch watch) {
        try {
            return Siting.solve(problem, watch);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private void checkP(Goal asked) {
        if (asked == Goal.LSCP && p != null) {
            throw new Refusal("--p " + p + " has no place with lscp, which looks for the fewest sites: leave it out.");
        }
        if (openings.isPlan() && p != null) {
            throw wrong("--plan says how many open in each year: leave --p out");
        }
        if (asked != Goal.LSCP && p == null && !openings.isPlan()) {
            throw wrong("--p says how many sites open: " + asked.code() + " needs it");
        }
    }

    private void tell(Answer answer) {
        answer.print(spec.commandLine().getOut(), json);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
