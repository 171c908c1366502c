package fr.quartdheure.cli;

import fr.quartdheure.atlas.file.DayFile;
import fr.quartdheure.atlas.queue.DayLoad;
import fr.quartdheure.atlas.queue.DayPlan;
import fr.quartdheure.atlas.queue.ErlangA;
import fr.quartdheure.atlas.queue.ErlangC;
import fr.quartdheure.atlas.queue.Load;
import fr.quartdheure.atlas.queue.Promise;
import fr.quartdheure.atlas.queue.Queue;
import fr.quartdheure.atlas.queue.Staffing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code staffing}: how many doctors a promised wait needs. */
@Command(
        name = "staffing",
        description = {
            "Says how many servers, such as doctors on line, keep a promised wait; or what so many servers give.",
            "Given a file of arrivals by half-hour, says how many each half-hour of that day needs, by formula and",
            "then by simulation. Waits are those of all who arrive, those who leave included. Needs no database."
        },
        mixinStandardHelpOptions = true)
final class StaffingCommand implements Callable<Integer> {

    private static final double USUAL_MEAN = 30;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Arrivals arrivals;

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

    @Option(
            names = "--most-abandonment",
            description = "Share of people, 0 to 1, that may lose patience and leave (default: no limit).")
    private @Nullable Double mostAbandonment;

    @Option(names = "--servers", description = "Evaluates so many servers instead; targets are not looked at then.")
    private @Nullable Integer servers;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "With --arrivals-file: writes the plan there as CSV, one row a half-hour.")
    private @Nullable Path out;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    /** One rate for ever, or a day. */
    private static final class Arrivals {
        @Option(names = "--arrivals-per-hour", description = "People who come in an hour, on average.")
        private @Nullable Double perHour;

        @Option(
                names = "--arrivals-file",
                paramLabel = "FILE",
                description = "CSV from,arrivals: people expected in each half-hour of a day; from as 08:30.")
        private @Nullable Path file;
    }

    @Override
    public Integer call() throws IOException {
        if (arrivals.file != null && servers != null) {
            throw new ParameterException(spec.commandLine(), "--servers evaluates one rate: give --arrivals-per-hour");
        }
        if (arrivals.file == null && out != null) {
            throw new ParameterException(spec.commandLine(), "--out needs a day: give --arrivals-file");
        }
        try {
            answer().print(spec.commandLine().getOut(), json);
        } catch (IllegalArgumentException e) {
            throw new Refusal("Refused: " + e.getMessage() + ".");
        }
        return Quartdheure.DONE;
    }

    private Answer answer() throws IOException {
        return arrivals.file == null
                ? answer(queue(new Load(Objects.requireNonNull(arrivals.perHour), serviceMinutes)))
                : day(arrivals.file);
    }

    private Answer day(Path file) throws IOException {
        OutFile target = out == null ? null : OutFile.at(out, file);
        var hours = new DayFile(file).read();
        double patience = patienceMinutes == null ? DayLoad.ENDLESS : patienceMinutes;
        var staffed =
                new StaffedDay(hours, DayPlan.of(new DayLoad(hours.arrivals(), serviceMinutes, patience), promise()));
        if (target != null) {
            target.write(staffed::write);
        }
        return staffed.answer();
    }

    private static Answer answer(Queue queue) {
        return new Answer()
                .with("servers", queue.servers())
                .with("meanWaitMinutes", queue.meanWait())
                .with("p90WaitMinutes", queue.p90Wait())
                .with("abandonment", queue.abandonment())
                .with("occupancy", queue.occupancy());
    }

    private Queue queue(Load load) {
        if (servers != null) {
            return patienceMinutes == null ? new ErlangC(load, servers) : new ErlangA(load, servers, patienceMinutes);
        }
        return patienceMinutes == null
                ? Staffing.fewest(load, promise())
                : Staffing.fewest(load, patienceMinutes, promise());
    }

    private Promise promise() {
        return new Promise(
                mean(),
                targetP90 == null ? Promise.NONE : targetP90,
                mostAbandonment == null ? Promise.NONE : mostAbandonment);
    }

    private double mean() {
        if (targetMean != null) {
            return targetMean;
        }
        return targetP90 == null ? USUAL_MEAN : Promise.NONE;
    }
}
