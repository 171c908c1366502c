package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.travel.Pairs;
import java.util.Arrays;

/**
 * Who covers whom within some minutes: a rising array of free sites for each inhabited place that no open site covers.
 *
 * @param rows the free sites within reach of each place, by their index in {@code names}
 * @param weights the inhabitants of each place
 * @param names the number of each free site in the problem
 */
record Cover(int[][] rows, double[] weights, int[] names) {

    static Cover of(SitingProblem problem, double minutes) {
        int[] names = problem.free();
        var index = new int[problem.sites().size()];
        Arrays.fill(index, -1);
        for (int k = 0; k < names.length; k++) {
            index[names[k]] = k;
        }
        int count = 0;
        var rows = new int[problem.needs().size()][];
        var weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Need need = problem.needs().get(i);
            if (need.isInhabited() && !isCovered(problem, i, minutes)) {
                weights[count] = need.inhabitants();
                rows[count++] = row(problem.reach(), i, minutes, index);
            }
        }
        return new Cover(Arrays.copyOf(rows, count), Arrays.copyOf(weights, count), names);
    }

    private static boolean isCovered(SitingProblem problem, int place, double minutes) {
        Pairs reach = problem.reach();
        for (int k = reach.start(place); k < reach.start(place + 1); k++) {
            if (reach.length(k) <= minutes
                    && problem.sites().get(reach.destination(k)).role().isOpen()) {
                return true;
            }
        }
        return false;
    }

    private static int[] row(Pairs reach, int place, double minutes, int[] index) {
        var row = new int[reach.start(place + 1) - reach.start(place)];
        int length = 0;
        for (int k = reach.start(place); k < reach.start(place + 1); k++) {
            if (reach.length(k) <= minutes && index[reach.destination(k)] >= 0) {
                row[length++] = index[reach.destination(k)];
            }
        }
        int[] rising = Arrays.copyOf(row, length);
        Arrays.sort(rising);
        return rising;
    }
}
