package fr.quartdheure.atlas.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The value of a small siting by looking at every choice; who is served where is a flow of least cost from places to
 * sites, found by shortest paths. Shares no code with the solvers.
 */
final class EveryChoice {

    private final SitingProblem problem;
    private final Objective objective;
    private OptionalDouble best = OptionalDouble.empty();

    private EveryChoice(SitingProblem problem) {
        this.problem = problem;
        this.objective = problem.question().objective();
    }

    /** Empty when no choice is feasible. */
    static OptionalDouble best(SitingProblem problem) {
        var every = new EveryChoice(problem);
        every.look();
        return every.best;
    }

    private void look() {
        int p = problem.question().p();
        long required = problem.count(Role.REQUIRED);
        int[] free = problem.free();
        if (objective != Objective.LSCP && (required > p || p > required + problem.count(Role.CANDIDATE))) {
            return;
        }
        for (int mask = 0; mask < 1 << free.length; mask++) {
            var open = new ArrayList<Integer>();
            for (int j = 0; j < problem.sites().size(); j++) {
                int at = Arrays.binarySearch(free, j);
                if (problem.sites().get(j).role().isOpen() || (at >= 0 && (mask >> at & 1) == 1)) {
                    open.add(j);
                }
            }
            long wanted = p - required + problem.count(Role.CLOSABLE);
            if ((objective == Objective.LSCP || Integer.bitCount(mask) == wanted) && fitsQuotas(open)) {
                value(open, (int) (required + Integer.bitCount(mask))).ifPresent(this::keep);
            }
        }
    }

    private boolean fitsQuotas(List<Integer> open) {
        return problem.question().quotas().entrySet().stream().allMatch(entry -> {
            long count = open.stream()
                    .map(problem.sites()::get)
                    .filter(site -> site.role().isNew() && site.area().equals(entry.getKey()))
                    .count();
            return count >= entry.getValue().least()
                    && count <= entry.getValue().most();
        });
    }

    private void keep(double value) {
        boolean better = best.isEmpty()
                || (objective == Objective.MCLP ? value > best.getAsDouble() : value < best.getAsDouble());
        if (better) {
            best = OptionalDouble.of(value);
        }
    }

    private OptionalDouble value(List<Integer> open, int count) {
        double everybody =
                problem.needs().stream().mapToDouble(Need::inhabitants).sum();
        double minutes = problem.question().minutes();
        return switch (objective) {
            case MCLP -> OptionalDouble.of(flow(open, minutes)[0]);
            case LSCP -> flow(open, minutes)[0] == everybody ? OptionalDouble.of(count) : OptionalDouble.empty();
            case PMEDIAN -> {
                double[] flow = flow(open, Double.MAX_VALUE);
                yield flow[0] == everybody ? OptionalDouble.of(flow[1]) : OptionalDouble.empty();
            }
            case PCENTER ->
                everybody == 0
                        ? OptionalDouble.of(0)
                        : Arrays.stream(problem.radii(0))
                                .filter(radius -> flow(open, radius)[0] == everybody)
                                .findFirst();
        };
    }

    /** How many can be served within so many minutes, and their least minutes in all. */
    private double[] flow(List<Integer> open, double within) {
        int places = problem.needs().size();
        int sink = places + problem.sites().size() + 1;
        var capacity = new double[sink + 1][sink + 1];
        var cost = new double[sink + 1][sink + 1];
        for (int i = 0; i < places; i++) {
            capacity[0][i + 1] = problem.needs().get(i).consultations();
            for (int k = problem.reach().start(i); k < problem.reach().start(i + 1); k++) {
                int site = problem.reach().destination(k);
                if (open.contains(site) && problem.reach().length(k) <= within) {
                    capacity[i + 1][places + 1 + site] = 1e9;
                    cost[i + 1][places + 1 + site] = problem.reach().length(k);
                    cost[places + 1 + site][i + 1] = -problem.reach().length(k);
                }
            }
        }
        open.forEach(site ->
                capacity[places + 1 + site][sink] = problem.sites().get(site).capacity());
        return send(capacity, cost, sink);
    }

    private static double[] send(double[][] capacity, double[][] cost, int sink) {
        double flow = 0;
        double paid = 0;
        while (true) {
            var distance = new double[sink + 1];
            var before = new int[sink + 1];
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
            distance[0] = 0;
            for (int round = 0; round <= sink; round++) {
                relax(capacity, cost, distance, before);
            }
            if (distance[sink] == Double.POSITIVE_INFINITY) {
                return new double[] {flow, paid};
            }
            double amount = Double.POSITIVE_INFINITY;
            for (int node = sink; node != 0; node = before[node]) {
                amount = Math.min(amount, capacity[before[node]][node]);
            }
            for (int node = sink; node != 0; node = before[node]) {
                capacity[before[node]][node] -= amount;
                capacity[node][before[node]] += amount;
            }
            flow += amount;
            paid += amount * distance[sink];
        }
    }

    private static void relax(double[][] capacity, double[][] cost, double[] distance, int[] before) {
        for (int a = 0; a < distance.length; a++) {
            for (int b = 0; b < distance.length; b++) {
                if (capacity[a][b] > 0 && distance[a] + cost[a][b] < distance[b] - 1e-9) {
                    distance[b] = distance[a] + cost[a][b];
                    before[b] = a;
                }
            }
        }
    }
}
