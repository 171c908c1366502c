package fr.quartdheure.planning;

import fr.quartdheure.geo.Commune;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Who lives beyond a quarter of an hour of care.
 *
 * @param communes how many
 * @param population inhabitants of all of them
 * @param greatest those with most inhabitants, the greatest first
 */
public record LeftOut(int communes, double population, List<Far> greatest) {

    private static final int SHOWN = 20;

    public LeftOut {
        greatest = List.copyOf(greatest);
    }

    /**
     * A commune left out.
     *
     * @param minutes to the nearest such care; not finite when none is within an hour
     */
    public record Far(Commune commune, double minutes) {}

    /** Communes where nobody lives are not left out: there is nobody to reach. */
    static LeftOut of(int[] communes, Demand demand, double[] nearest) {
        List<Far> far = Arrays.stream(communes)
                .filter(index -> nearest[index] > Figures.QUARTER && demand.population(index) > 0)
                .mapToObj(index -> new Far(demand.commune(index), nearest[index]))
                .sorted(Comparator.comparingInt((Far one) -> one.commune().population())
                        .reversed()
                        .thenComparing(one -> one.commune().code()))
                .toList();
        return new LeftOut(
                far.size(),
                far.stream().mapToDouble(one -> one.commune().population()).sum(),
                far.stream().limit(SHOWN).toList());
    }
}
