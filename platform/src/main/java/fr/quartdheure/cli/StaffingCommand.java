package fr.quartdheure.cli;

import fr.quartdheure.atlas.queue.ErlangA;
import fr.quartdheure.atlas.queue.ErlangC;
import fr.quartdheure.atlas.queue.Load;
import fr.quartdheure.atlas.queue.Promise;
import fr.quartdheure.atlas.queue.Queue;
import fr.quartdheure.atlas.queue.Staffing;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code staffing}: how many doctors a promised wait needs. */
@Command(
        name = "staffing",
        description = {
            "Says how many servers, such as doctors on line, keep a promised wait; or what so many servers give.",
            "Waits are those of all who arrive, those who lose patience included. Needs no database."
        },
        mixinStandardHelpOptions = true)
final class StaffingCommand implements Callable<Integer> {

    private static final double USUAL_MEAN = 30;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--arrivals-per-hour", required = true, description = "People who come in an hour, on average.")
    private double arrivalsPerHour;

    @Option(names = "--service-minutes", required = true, description = "Minutes of one service, on average.")
    private double serviceMinutes;

    @Option(
            names = "--patience-minutes",
            description = "Minutes after which those who wait leave, on average (default: nobody leaves).")
    private @Nullable Double patienceMinutes;

    @Option(
            names = "--target-mean",
            description = "Promised mean wait in minutes (default: 30 where no other target is given).")
    private @Nullable Double targetMean;

    @Option(names = "--target-p90", description = "Promised wait of 9 in 10 people, in minutes.")
    private @Nullable Double targetP90;

    @Option(names = "--servers", description = "Evaluates so many servers instead; targets are not looked at then.")
    private @Nullable Integer servers;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Queue queue;
        try {
            queue = queue(new Load(arrivalsPerHour, serviceMinutes));
        } catch (IllegalArgumentException e) {
            throw new Refusal("Refused: " + e.getMessage() + ".");
        }
        new Answer()
                .with("servers", queue.servers())
                .with("meanWaitMinutes", queue.meanWait())
                .with("p90WaitMinutes", queue.p90Wait())
                .with("abandonment", queue.abandonment())
                .with("occupancy", queue.occupancy())
                .print(spec.commandLine().getOut(), json);
        return Quartdheure.DONE;
    }

    private Queue queue(Load load) {
        if (servers != null) {
            return patienceMinutes == null ? new ErlangC(load, servers) : new ErlangA(load, servers, patienceMinutes);
        }
        var promise = new Promise(mean(), targetP90 == null ? Promise.NONE : targetP90);
        return patienceMinutes == null
                ? Staffing.fewest(load, promise)
                : Staffing.fewest(load, patienceMinutes, promise);
    }

    private double mean() {
        if (targetMean != null) {
            return targetMean;
        }
        return targetP90 == null ? USUAL_MEAN : Promise.NONE;
    }
}
