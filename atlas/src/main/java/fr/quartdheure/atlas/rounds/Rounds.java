package fr.quartdheure.atlas.rounds;

import fr.quartdheure.atlas.Watch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans rounds: as many visits as fit, the urgent ones first, then the fewest minutes on the way. The search is that of
 * OR-Tools (parallel cheapest insertion, guided local search); hours are computed, and every rule checked again, by
 * {@code Timetable}. Thread-safe: it keeps nothing.
 */
public final class Rounds {

    /** Better plans come fast at first: after so large a part of the time without one, the search has ended. */
    private static final double QUIET = 0.5;

    private static final int MOST_MOVES = 3;

    private Rounds() {}

    /** @param watch the search ends when its time is over; what is best by then is the answer */
    public static RoundPlan plan(RoundProblem problem, Watch watch) {
        return filled(problem, search(problem, watch)).plan(problem);
    }

    /**
     * Rounds that somebody made, and as many of the other visits as find a place in them while nothing changes hands:
     * the urgent ones first, each where it adds the fewest minutes on the way. Takes no time to speak of.
     *
     * @param before rounds of this problem
     */
    public static RoundPlan fill(RoundProblem problem, List<Round> before) {
        return filled(problem, Sequences.of(problem, before)).plan(problem);
    }

    /**
     * The same day with one more visit, the last of the problem: the fewest visits change hands, so many at most.
     * It stays unfitted where that is not enough; planning anew is then the caller's choice.
     *
     * @param before rounds of the problem without the last visit, for the same professionals
     * @param kept visits that are done, or that somebody is on her way to: they stay as they are
     * @param moves how many visits may change hands, 0 to 3
     */
    public static RoundPlan add(RoundProblem problem, List<Round> before, Set<Integer> kept, int moves) {
        if (moves < 0 || moves > MOST_MOVES) {
            throw new IllegalArgumentException("visits that may change hands are 0 to " + MOST_MOVES + ": " + moves);
        }
        Sequences day = Sequences.of(problem, before);
        int visit = problem.visits().size() - 1;
        return new Insertion(problem, kept)
                .insert(day, visit, moves)
                .orElse(day)
                .plan(problem);
    }

    /**
     * The hours of visits in an order that somebody chose.
     *
     * @param professional index in the problem
     * @param visits indexes in the problem, in order
     * @return empty where the order breaks a rule
     */
    public static Optional<Round> hours(RoundProblem problem, int professional, List<Integer> visits) {
        return new Timetable(problem).of(professional, visits);
    }

    /** A search that was given no time leaves out whom it did not come to: nobody is for whom there is a place. */
    private static Sequences filled(RoundProblem problem, Sequences day) {
        List<Integer> left = day.plan(problem).unfitted().stream()
                .map(Unfitted::visit)
                .sorted(Comparator.comparingInt(
                        visit -> -problem.visits().get(visit).urgency()))
                .toList();
        var insertion = new Insertion(problem, Set.of());
        Sequences fuller = day;
        for (int visit : left) {
            fuller = insertion.insert(fuller, visit, 0).orElse(fuller);
        }
        return fuller;
    }

    private static Sequences search(RoundProblem problem, Watch watch) {
        if (problem.professionals().isEmpty() || problem.visits().isEmpty()) {
            return Sequences.of(problem, List.of());
        }
        return new RoutingRun(problem)
                .solve(watch, new Patience(watch, watch.secondsLeft() * QUIET))
                .map(Sequences::new)
                .orElseGet(() -> Sequences.of(problem, List.of()));
    }

    /**
     * The fewest of these professionals who can do every visit, then the fewest minutes on the way: a fleet is tried
     * from the least that capacities allow, in the order given. Where all of them fit only a part, that is the answer.
     */
    public static RoundPlan withFewest(RoundProblem problem, Watch watch) {
        int most = problem.professionals().size();
        for (int fleet = least(problem); fleet < most; fleet++) {
            var fewer = problem.with(problem.professionals().subList(0, fleet));
            RoundPlan found = search(fewer, watch).plan(fewer);
            if (found.unfitted().isEmpty()) {
                return found;
            }
        }
        return plan(problem, watch);
    }

    private static int least(RoundProblem problem) {
        double load = problem.visits().stream().mapToDouble(Visit::load).sum();
        double carried = 0;
        int fleet = 0;
        while (fleet < problem.professionals().size() && (carried < load || fleet == 0)) {
            carried += problem.professionals().get(fleet).capacity();
            fleet++;
        }
        return fleet;
    }

    /** Ends a search that has brought nothing for a while. */
    private static final class Patience implements RoutingRun.Progress {

        private final Watch watch;
        private final double quiet;
        private double best = Double.POSITIVE_INFINITY;
        private double leftAtBest;

        Patience(Watch watch, double quiet) {
            this.watch = watch;
            this.quiet = quiet;
            this.leftAtBest = watch.secondsLeft();
        }

        @Override
        public void found(double cost) {
            if (cost < best) {
                best = cost;
                leftAtBest = watch.secondsLeft();
                watch.hear(cost, Double.NEGATIVE_INFINITY);
            }
        }

        @Override
        public boolean isOver() {
            return watch.over() || leftAtBest - watch.secondsLeft() > quiet;
        }
    }
}
