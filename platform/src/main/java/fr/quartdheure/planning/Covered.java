package fr.quartdheure.planning;

import fr.quartdheure.atlas.coverage.Coverage;
import java.util.Arrays;
import java.util.List;

/**
 * How many of some inhabitants are within so many minutes of care.
 *
 * @param population all of them
 * @param within those at most so many minutes away, for each of {@link #MINUTES} in its order
 */
public record Covered(double population, List<Double> within) {

    public static final List<Integer> MINUTES = List.of(5, 10, 15, 20, 30, 45);

    public Covered {
        within = List.copyOf(within);
        if (within.size() != MINUTES.size()) {
            throw new IllegalArgumentException(within.size() + " numbers are given for " + MINUTES.size() + " minutes");
        }
    }

    /** @param nearest minutes from each commune of the territory to the nearest such care, looked for beyond 45 */
    static Covered of(int[] communes, Demand demand, double[] nearest) {
        double[] people =
                Arrays.stream(communes).mapToDouble(demand::population).toArray();
        double[] minutes = Arrays.stream(communes).mapToDouble(i -> nearest[i]).toArray();
        return new Covered(
                Arrays.stream(people).sum(),
                MINUTES.stream()
                        .map(most -> new Coverage(minutes, people, most).covered())
                        .toList());
    }

    /** 0 to 1 for each of {@link #MINUTES}; not a number where nobody lives. */
    public List<Double> shares() {
        return within.stream().map(people -> people / population).toList();
    }
}
