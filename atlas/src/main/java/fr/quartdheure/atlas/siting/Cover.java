package fr.quartdheure.atlas.siting;

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
        Reach reach = problem.reach();
        for (int k = reach.from(place); k < reach.to(place); k++) {
            if (reach.minutes(k) <= minutes
                    && problem.sites().get(reach.site(k)).role().isOpen()) {
                return true;
            }
        }
        return false;
    }

    private static int[] row(Reach reach, int place, double minutes, int[] index) {
        var row = new int[reach.to(place) - reach.from(place)];
        int length = 0;
        for (int k = reach.from(place); k < reach.to(place); k++) {
            if (reach.minutes(k) <= minutes && index[reach.site(k)] >= 0) {
                row[length++] = index[reach.site(k)];
            }
        }
        int[] rising = Arrays.copyOf(row, length);
        Arrays.sort(rising);
        return rising;
    }
}
