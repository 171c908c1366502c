package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.accessibility.Decay;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.travel.Pairs;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * What each site brings to each place while it is open. A site shares its supply among the people who reach it,
 * whatever else is open, so the APL of a place is a plain sum over the open sites.
 */
final class Brought {

    private final OpeningProblem problem;
    private final int[][] places;
    private final double[][] minutes;
    private final double[][] apl;

    Brought(OpeningProblem problem) {
        this.problem = problem;
        int sites = problem.sites().size();
        int[] size = sizes(problem.reach());
        this.places = new int[sites][];
        this.minutes = new double[sites][];
        this.apl = new double[sites][];
        for (int j = 0; j < sites; j++) {
            places[j] = new int[size[j]];
            minutes[j] = new double[size[j]];
            apl[j] = new double[size[j]];
        }
        turn();
        for (int j = 0; j < sites; j++) {
            share(j);
        }
    }

    private static int[] sizes(Pairs reach) {
        var size = new int[reach.destinations()];
        for (int pair = 0; pair < reach.size(); pair++) {
            size[reach.destination(pair)]++;
        }
        return size;
    }

    private void turn() {
        Pairs reach = problem.reach();
        var filled = new int[places.length];
        for (int place = 0; place < reach.origins(); place++) {
            for (int pair = reach.start(place); pair < reach.start(place + 1); pair++) {
                int site = reach.destination(pair);
                places[site][filled[site]] = place;
                minutes[site][filled[site]++] = reach.length(pair);
            }
        }
    }

    /** R = S / Σ w·P, of which a place has w·R. */
    private void share(int j) {
        Site site = problem.sites().get(j);
        double people = people(j);
        if (site.role() == Role.EXCLUDED || site.capacity() == Double.POSITIVE_INFINITY || people == 0) {
            return;
        }
        for (int k = 0; k < places[j].length; k++) {
            apl[j][k] = Decay.DREES.weight(minutes[j][k]) * site.capacity() / people;
        }
    }

    /** Standardised inhabitants who reach a site, each counted by weight. */
    double people(int site) {
        return IntStream.range(0, places[site].length)
                .mapToDouble(k -> Decay.DREES.weight(minutes[site][k])
                        * problem.residents().get(places[site][k]).standardised())
                .sum();
    }

    OpeningProblem problem() {
        return problem;
    }

    /** The places that reach a site. */
    int[] places(int site) {
        return places[site];
    }

    /** Minutes to the site, in the order of its places. */
    double[] minutes(int site) {
        return minutes[site];
    }

    /** What the site adds to the APL of its places, in their order. */
    double[] apl(int site) {
        return apl[site];
    }

    /** The APL of every place with these sites open. */
    double[] aplWith(Collection<Integer> open) {
        double[] sum = problem.residents().stream().mapToDouble(Resident::apl).toArray();
        for (int site : open) {
            for (int k = 0; k < places[site].length; k++) {
                sum[places[site][k]] += apl[site][k];
            }
        }
        return sum;
    }

    /** Minutes from every place to the nearest point of care with these sites open. */
    double[] nearestWith(Collection<Integer> open) {
        double[] least =
                problem.residents().stream().mapToDouble(Resident::nearest).toArray();
        for (int site : open) {
            for (int k = 0; k < places[site].length; k++) {
                least[places[site][k]] = Math.min(least[places[site][k]], minutes[site][k]);
            }
        }
        return least;
    }

    Access access(Collection<Integer> open) {
        return Access.of(problem, aplWith(open), nearestWith(open));
    }
}
