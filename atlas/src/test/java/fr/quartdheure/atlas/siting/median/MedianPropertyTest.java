package fr.quartdheure.atlas.siting.median;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.Watch;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MedianPropertyTest {

    /** Stops the search at once: what remains is the heuristic. */
    private static final Watch HURRIED = () -> 0;

    @Property(tries = 60)
    void theProvedChoiceIsNoWorseThanGreedyAndItsCostIsItsBound(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int p) {
        MedianProblem problem = random(new Random(seed), 60, 40, p);
        var solution = MedianSolver.solve(problem, Watch.PATIENT);
        assertThat(solution.cost()).isLessThanOrEqualTo(problem.cost(new Greedy(problem).choose()));
        assertThat(solution.bound()).isEqualTo(solution.cost());
        int[] sites = solution.sites().stream().mapToInt(site -> site).toArray();
        assertThat(problem.cost(sites)).isEqualTo(solution.cost());
        assertThat(sites).hasSize(p);
    }

    @Property(tries = 60)
    void stoppedEarlyTheBoundStillHoldsAndTheChoiceIsNoWorseThanGreedy(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int p) {
        MedianProblem problem = random(new Random(seed), 60, 40, p);
        double best = MedianSolver.solve(problem, Watch.PATIENT).cost();
        var hurried = MedianSolver.solve(problem, HURRIED);
        assertThat(hurried.cost()).isBetween(best, problem.cost(new Greedy(problem).choose()));
        assertThat(hurried.bound()).isLessThanOrEqualTo(best);
    }

    @Property(tries = 60)
    void noPricesGiveABoundAboveTheBestChoice(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int p) {
        var random = new Random(seed);
        MedianProblem problem = Node.root(random(random, 12, 9, p)).problem();
        double best = MedianSolver.solve(problem, Watch.PATIENT).cost();
        var price = new double[problem.demands];
        for (int i = 0; i < price.length; i++) {
            double least = problem.rowCost[problem.rowStart[i]];
            price[i] = least + random.nextDouble() * (problem.outside[i] - least);
        }
        assertThat(new Relaxation(problem).at(price)).isLessThanOrEqualTo(best + 1e-9);
    }

    @Property(tries = 200)
    void theSelectionPutsTheLeastFirst(@ForAll long seed, @ForAll @IntRange(max = 12) int count) {
        double[] values = new Random(seed).ints(12, 0, 8).asDoubleStream().toArray();
        int[] index = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        Selection.least(index, values, count);
        double greatest = 0;
        double sum = 0;
        for (int k = 0; k < count; k++) {
            greatest = Math.max(greatest, values[index[k]]);
            sum += values[index[k]];
        }
        for (int k = count; k < index.length; k++) {
            assertThat(values[index[k]]).isGreaterThanOrEqualTo(count == 0 ? 0 : greatest);
        }
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        double least = 0;
        for (int k = 0; k < count; k++) {
            least += sorted[k];
        }
        assertThat(sum).isCloseTo(least, within(1e-9));
        assertThat(index).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    /** Sparse rows of uneven costs, with a cost outside. */
    private static MedianProblem random(Random random, int demands, int sites, int p) {
        var rows = new Rows(4, 4);
        for (int i = 0; i < demands; i++) {
            for (int j = 0; j < sites; j++) {
                if (random.nextInt(3) > 0) {
                    rows.add(j, 1000 * random.nextDouble());
                }
            }
            rows.end(900 + 200 * random.nextDouble());
        }
        return MedianProblem.of(rows, sites, Math.min(p, sites), 0);
    }
}
