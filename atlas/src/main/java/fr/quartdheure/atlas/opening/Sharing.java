package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.accessibility.Decay;
import java.util.List;

/**
 * Shares professionals among sites by need, as whole persons: each in turn goes where need ÷ (2n + 1) is greatest
 * (Sainte-Laguë 1910), within the bounds of a site. No other sharing within them has a smaller Σ (n − share)² ÷ share,
 * because each term is convex in n (Gross 1956).
 */
final class Sharing {

    private final Brought brought;
    private final List<Integer> sites;
    private final Staff staff;

    Sharing(Brought brought, List<Integer> sites, Staff staff) {
        this.brought = brought;
        this.sites = sites;
        this.staff = staff;
    }

    /** How many each site gets, in the order of the sites; there are enough for the least and room for all. */
    int[] professionals() {
        double[] need = need();
        double[] people = sites.stream().mapToDouble(brought::people).toArray();
        var given = new int[sites.size()];
        for (int left = staff.professionals(); left > 0; left--) {
            int next = -1;
            for (int k = 0; k < given.length; k++) {
                if (given[k] < staff.most() && (next < 0 || isBefore(k, next, given, List.of(need, people)))) {
                    next = k;
                }
            }
            given[next]++;
        }
        return given;
    }

    /** Sites under the least come first; where need says nothing, the people in reach do. */
    private boolean isBefore(int one, int other, int[] given, List<double[]> weights) {
        boolean oneIsShort = given[one] < staff.least();
        boolean otherIsShort = given[other] < staff.least();
        if (oneIsShort != otherIsShort) {
            return oneIsShort;
        }
        for (double[] weight : weights) {
            double first = weight[one] / (2 * given[one] + 1);
            double second = weight[other] / (2 * given[other] + 1);
            if (first != second) {
                return first > second;
            }
        }
        return given[one] < given[other];
    }

    /** Consultations that are missing today among those who reach each site; a place turns to its sites by weight. */
    private double[] need() {
        double[] missing = missing();
        var turned = new double[missing.length];
        for (int site : sites) {
            int[] places = brought.places(site);
            for (int k = 0; k < places.length; k++) {
                turned[places[k]] += weight(site, k);
            }
        }
        var need = new double[sites.size()];
        for (int s = 0; s < need.length; s++) {
            int[] places = brought.places(sites.get(s));
            for (int k = 0; k < places.length; k++) {
                double weight = weight(sites.get(s), k);
                need[s] += weight > 0 ? weight / turned[places[k]] * missing[places[k]] : 0;
            }
        }
        return need;
    }

    private double weight(int site, int at) {
        return Decay.DREES.weight(brought.minutes(site)[at]);
    }

    private double[] missing() {
        var problem = brought.problem();
        double[] missing = brought.aplWith(OpeningSearch.kept(problem));
        for (int i = 0; i < missing.length; i++) {
            double lacks = Math.max(0, problem.aim().measures().threshold() - missing[i]);
            missing[i] = lacks * problem.residents().get(i).standardised();
        }
        return missing;
    }
}
