package fr.quartdheure.atlas.accessibility;

import fr.quartdheure.atlas.travel.Pairs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Floating catchment areas: the supply of each site is shared among the people who reach it, and each place adds up its
 * shares. Values are in units of supply per inhabitant, such as consultations a year for one person; 0 where nothing is
 * reached. Immutable, thread-safe; a computation takes time and memory in proportion to the pairs.
 *
 * <p>Supply that no inhabitant reaches counts for nobody. The sum over places of population × value is the supply in
 * reach, in every index but the balanced one. Errors are those of the minutes: one zone wrongly entered moves a weight
 * by a third.
 */
public final class Catchments {

    private final Pairs pairs;
    private final double[] population;
    private final double[] supply;
    private final double[] weights;
    /** The people of each site, each counted by weight. */
    private final double[] demand;

    /**
     * @param pairs minutes from places to sites; pairs that are absent weigh nothing
     * @param population of each place, 0 or more: inhabitants, standardised by age for the APL
     * @param supply of each site, 0 or more
     */
    public Catchments(Pairs pairs, double[] population, double[] supply, Decay decay) {
        require(population, pairs.origins(), "population");
        require(supply, pairs.destinations(), "supply");
        this.pairs = pairs;
        this.population = population.clone();
        this.supply = supply.clone();
        this.weights = new double[pairs.size()];
        this.demand = new double[supply.length];
        weigh(decay);
    }

    /** Weights and demand in one pass, so that the pairs are read from memory once. */
    private void weigh(Decay decay) {
        for (int place = 0; place < population.length; place++) {
            double people = population[place];
            int end = pairs.start(place + 1);
            for (int pair = pairs.start(place); pair < end; pair++) {
                double weight = decay.weight(pairs.length(pair));
                weights[pair] = weight;
                demand[pairs.destination(pair)] += weight * people;
            }
        }
    }

    /**
     * Two steps with weights: R_j = S_j / Σ_k w_kj·P_k, then A_i = Σ_j w_ij·R_j (Luo and Qi 2009; the APL of the DREES
     * with its own weights; Luo and Wang 2003 with weights of 0 and 1).
     */
    public double[] enhanced() {
        return gather(weights, perWeight(demand));
    }

    /**
     * Three steps: a site among many is chosen less. G_ij = w_ij / Σ_k w_ik, R_j = S_j / Σ_i G_ij·w_ij·P_i,
     * A_i = Σ_j G_ij·w_ij·R_j (Wan, Zou and Sternberg 2012).
     */
    public double[] threeStep() {
        var selected = chosen();
        for (int pair = 0; pair < weights.length; pair++) {
            selected[pair] *= weights[pair];
        }
        return gather(selected, perWeight(demand(selected)));
    }

    /**
     * Balanced: no inhabitant and no supply counts twice. L_j = S_j / Σ_i P_i·w_ij/Σ_k w_ik is the level of service of
     * a site, A_i = Σ_j L_j·w_ij/Σ_k w_kj (Páez, Higgins and Vivona 2019). The sum of A_i is the sum of L_j.
     */
    public double[] balanced() {
        double[] level = perWeight(demand(chosen()));
        var total = new double[supply.length];
        for (int pair = 0; pair < weights.length; pair++) {
            total[pairs.destination(pair)] += weights[pair];
        }
        for (int site = 0; site < level.length; site++) {
            level[site] = total[site] > 0 ? level[site] / total[site] : 0;
        }
        return gather(weights, level);
    }

    /** Who serves a place in {@link #enhanced()}: what each site brings to it, the greatest first. */
    public List<Contribution> contributions(int place) {
        double[] perWeight = perWeight(demand);
        var contributions = new ArrayList<Contribution>();
        for (int pair = pairs.start(place); pair < pairs.start(place + 1); pair++) {
            double value = weights[pair] * perWeight[pairs.destination(pair)];
            if (value > 0) {
                contributions.add(new Contribution(pairs.destination(pair), value));
            }
        }
        contributions.sort(Comparator.comparingDouble(Contribution::value).reversed());
        return List.copyOf(contributions);
    }

    /** The supply of the sites that some inhabitant reaches. */
    public double supplyInReach() {
        double sum = 0;
        for (int site = 0; site < supply.length; site++) {
            sum += demand[site] > 0 ? supply[site] : 0;
        }
        return sum;
    }

    /**
     * @param site its index
     * @param value its part of the place's accessibility, in the same unit
     */
    public record Contribution(int site, double value) {}

    /** The share of each pair among the sites that its place reaches: the shares of a place add up to 1. */
    private double[] chosen() {
        var chosen = weights.clone();
        for (int place = 0; place < population.length; place++) {
            double sum = 0;
            for (int pair = pairs.start(place); pair < pairs.start(place + 1); pair++) {
                sum += weights[pair];
            }
            for (int pair = pairs.start(place); sum > 0 && pair < pairs.start(place + 1); pair++) {
                chosen[pair] = weights[pair] / sum;
            }
        }
        return chosen;
    }

    private double[] demand(double[] weight) {
        var total = new double[supply.length];
        for (int place = 0; place < population.length; place++) {
            double people = population[place];
            int end = pairs.start(place + 1);
            for (int pair = pairs.start(place); pair < end; pair++) {
                total[pairs.destination(pair)] += weight[pair] * people;
            }
        }
        return total;
    }

    /** Supply for each inhabitant of weight 1; 0 where no inhabitant comes. */
    private double[] perWeight(double[] people) {
        var perWeight = new double[supply.length];
        for (int site = 0; site < supply.length; site++) {
            perWeight[site] = people[site] > 0 ? supply[site] / people[site] : 0;
        }
        return perWeight;
    }

    private double[] gather(double[] weight, double[] perWeight) {
        var values = new double[population.length];
        for (int place = 0; place < values.length; place++) {
            double sum = 0;
            int end = pairs.start(place + 1);
            for (int pair = pairs.start(place); pair < end; pair++) {
                sum += weight[pair] * perWeight[pairs.destination(pair)];
            }
            values[place] = sum;
        }
        return values;
    }

    private static void require(double[] values, int size, String what) {
        if (values.length != size) {
            throw new IllegalArgumentException(what + " has " + values.length + " values for " + size + " places");
        }
        for (double value : values) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(what + " " + value + " is negative or not a number");
            }
        }
    }
}
