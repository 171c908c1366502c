package fr.quartdheure.atlas.siting.median;

import java.util.Arrays;
import java.util.List;

/**
 * The sites to open.
 *
 * @param cost the cost with exactly these sites open
 * @param bound no choice costs less than this; equal to the cost when the choice is proved best
 * @param sites the numbers of the sites, rising
 */
public record MedianSolution(double cost, double bound, List<Integer> sites) {

    static MedianSolution of(double cost, double bound, int[] sites) {
        int[] rising = sites.clone();
        Arrays.sort(rising);
        return new MedianSolution(
                cost, Math.min(cost, bound), Arrays.stream(rising).boxed().toList());
    }
}
