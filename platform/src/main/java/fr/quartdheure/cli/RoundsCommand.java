package fr.quartdheure.cli;

import fr.quartdheure.atlas.rounds.RoundPlan;
import fr.quartdheure.atlas.rounds.RoundProblem;
import fr.quartdheure.atlas.rounds.Rounds;
import fr.quartdheure.atlas.rounds.Solomon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rounds}: plans an instance of the public benchmark of rounds, as visits are planned. */
@Command(
        name = "rounds",
        description = {
            "Plans the rounds of an instance of Solomon's benchmark: the fewest vehicles, then the shortest way.",
            "It is the engine that plans home visits. Needs no database."
        },
        mixinStandardHelpOptions = true)
final class RoundsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--solomon", paramLabel = "FILE", required = true, description = "The instance, such as C101.txt.")
    @SuppressWarnings("NullAway.Init")
    private Path solomon;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "The best found by then is the answer (default: ${DEFAULT-VALUE}).")
    private double timeLimit;

    @Option(names = "--json", description = "One JSON object with plain numbers.")
    private boolean json;

    @Override
    public Integer call() {
        if (!(timeLimit > 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--time-limit " + timeLimit + " is not a number of seconds above 0");
        }
        var watch = new SolvingWatch(spec.commandLine().getErr(), timeLimit);
        RoundProblem problem = read();
        RoundPlan plan = Rounds.withFewest(problem, watch);
        watch.end();
        new Answer()
                .with("vehicles", plan.rounds().size())
                .with("distance", plan.travel())
                .with("feasible", plan.unfitted().isEmpty())
                .with("seconds", watch.seconds())
                .print(spec.commandLine().getOut(), json);
        return Quartdheure.DONE;
    }

    private RoundProblem read() {
        try (var text = Files.newBufferedReader(solomon)) {
            return Solomon.read(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(solomon + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Refusal("The file " + solomon + " is not there or cannot be read as text: " + e.getMessage());
        }
    }
}
