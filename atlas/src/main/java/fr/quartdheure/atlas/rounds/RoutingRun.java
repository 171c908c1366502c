package fr.quartdheure.atlas.rounds;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.IntVar;
import com.google.ortools.constraintsolver.IntervalVar;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import fr.quartdheure.atlas.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One run of OR-Tools' routing search over a problem: parallel cheapest insertion, then guided local search. Whole
 * numbers inside: a minute is a million of them, ways are rounded up, so that what fits there fits in fractions too.
 */
final class RoutingRun {

    private static final double TICKS = 1e6;
    private static final long FAR = (long) (1e6 * TICKS);
    private static final String TIME = "time";

    /** A visit left out weighs as much as 10,000 minutes of way for each degree of its urgency: a week of driving. */
    private static final long DROPPED = FAR / 100;

    /** How hard ways used too often are penalised: with the usual 0.1, C104 stays 0.2 % above the best known. */
    private static final double PENALTY = 0.03;

    private final RoundProblem problem;
    private final RoutingIndexManager nodes;
    private final RoutingModel model;

    static {
        Loader.loadNativeLibraries();
    }

    RoutingRun(RoundProblem problem) {
        this.problem = problem;
        int visits = problem.visits().size();
        int[] starts = IntStream.range(0, problem.professionals().size())
                .map(who -> visits + 2 * who)
                .toArray();
        int[] ends = IntStream.of(starts).map(start -> start + 1).toArray();
        this.nodes = new RoutingIndexManager(visits + 2 * starts.length, starts.length, starts, ends);
        this.model = new RoutingModel(nodes);
        build();
    }

    private void build() {
        model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(ways(false)));
        int timed = model.registerTransitMatrix(ways(true));
        model.addDimension(timed, FAR, FAR, false, TIME);
        RoutingDimension time = model.getMutableDimension(TIME);
        for (int visit = 0; visit < problem.visits().size(); visit++) {
            add(visit, time);
        }
        addCapacities();
        for (int who = 0; who < problem.professionals().size(); who++) {
            add(who, problem.professionals().get(who), time);
        }
    }

    private void add(int index, RoutingDimension time) {
        Visit visit = problem.visits().get(index);
        long node = nodes.nodeToIndex(index);
        restrict(time.cumulVar(node), visit.window());
        model.addDisjunction(new long[] {node}, DROPPED * visit.urgency());
        IntStream.range(0, problem.professionals().size())
                .filter(who -> !problem.professionals().get(who).canDo(visit))
                .forEach(who -> model.vehicleVar(node).removeValue(who));
    }

    private void addCapacities() {
        var loads = IntStream.range(
                        0, problem.visits().size() + 2 * problem.professionals().size())
                .mapToLong(node -> node < problem.visits().size()
                        ? (long) Math.ceil(problem.visits().get(node).load() * 1000)
                        : 0)
                .toArray();
        long[] capacities = problem.professionals().stream()
                .mapToLong(professional -> (long) Math.min(professional.capacity() * 1000, 1e15))
                .toArray();
        model.addDimensionWithVehicleCapacity(model.registerUnaryTransitVector(loads), 0, capacities, true, "load");
    }

    private void add(int index, Professional professional, RoutingDimension time) {
        restrict(time.cumulVar(model.start(index)), professional.hours());
        restrict(time.cumulVar(model.end(index)), professional.hours());
        Lunch lunch = professional.lunch();
        if (lunch != null) {
            var pause = model.solver()
                    .makeFixedDurationIntervalVar(
                            ticks(lunch.window().from()),
                            lastTick(lunch.window()),
                            ticks(lunch.minutes()),
                            false,
                            "lunch of " + index);
            time.setBreakIntervalsOfVehicle(new IntervalVar[] {pause}, index, visitTransits());
        }
    }

    /** A pause never falls into a visit. */
    private long[] visitTransits() {
        return IntStream.range(0, (int) model.size() + problem.professionals().size())
                .mapToLong(index -> {
                    int node = nodes.indexToNode(index);
                    return node < problem.visits().size()
                            ? ticks(problem.visits().get(node).minutes())
                            : 0;
                })
                .toArray();
    }

    private long[][] ways(boolean withVisit) {
        int size = problem.visits().size() + 2 * problem.professionals().size();
        var ways = new long[size][size];
        for (int from = 0; from < size; from++) {
            double visit = withVisit && from < problem.visits().size()
                    ? problem.visits().get(from).minutes()
                    : 0;
            for (int to = 0; to < size; to++) {
                double minutes = problem.minutes(place(from), place(to)) + visit;
                ways[from][to] = Math.min(ticks(minutes), FAR);
            }
        }
        return ways;
    }

    private int place(int node) {
        int visits = problem.visits().size();
        if (node < visits) {
            return problem.visits().get(node).place();
        }
        Professional who = problem.professionals().get((node - visits) / 2);
        return (node - visits) % 2 == 0 ? who.start() : who.end();
    }

    /** The sequences of visits, one for each professional; empty when not even a first solution was found in time. */
    Optional<List<List<Integer>>> solve(Watch watch, Progress progress) {
        var solver = model.solver();
        model.addAtSolutionCallback(() -> progress.found(model.costVar().max() / TICKS));
        model.addSearchMonitor(solver.makeCustomLimit(progress::isOver));
        Assignment found = model.solveWithParameters(parameters(Math.min(watch.secondsLeft(), 3600)));
        return Optional.ofNullable(found).map(this::sequences);
    }

    private static RoutingSearchParameters parameters(double seconds) {
        long millis = Math.max(1, (long) (seconds * 1000));
        return main.defaultRoutingSearchParameters().toBuilder()
                .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
                .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                .setGuidedLocalSearchLambdaCoefficient(PENALTY)
                .setTimeLimit(
                        Duration.newBuilder().setSeconds(millis / 1000).setNanos((int) (millis % 1000) * 1_000_000))
                .build();
    }

    private List<List<Integer>> sequences(Assignment found) {
        var all = new ArrayList<List<Integer>>();
        for (int who = 0; who < problem.professionals().size(); who++) {
            var visits = new ArrayList<Integer>();
            for (long index = found.value(model.nextVar(model.start(who)));
                    !model.isEnd(index);
                    index = found.value(model.nextVar(index))) {
                visits.add(nodes.indexToNode(index));
            }
            all.add(visits);
        }
        return all;
    }

    private static long ticks(double minutes) {
        return minutes >= 1e6 ? FAR : (long) Math.ceil(minutes * TICKS - 1e-3);
    }

    private static void restrict(IntVar hour, Window window) {
        hour.setRange(ticks(window.from()), lastTick(window));
    }

    /** A window of one moment between two ticks keeps the later of them: never an empty range. */
    private static long lastTick(Window window) {
        return Math.max(ticks(window.from()), (long) Math.floor(window.until() * TICKS + 1e-3));
    }

    /** Hears of each better solution and may stop the search. */
    interface Progress {
        /** @param cost minutes of ways, with a great deal more for each visit left out */
        void found(double cost);

        boolean isOver();
    }
}
