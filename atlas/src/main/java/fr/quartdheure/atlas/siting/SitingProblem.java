package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.travel.Pairs;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Who needs care, where it is or could be given, how long the way is, and what is asked. Immutable.
 *
 * @param reach minutes, has a row for each need, and names sites by their place in the list
 */
public record SitingProblem(List<Need> needs, List<Site> sites, Pairs reach, Question question) {

    public SitingProblem {
        needs = List.copyOf(needs);
        sites = List.copyOf(sites);
        if (reach.origins() != needs.size()) {
            throw new IllegalArgumentException(
                    "minutes are given for " + reach.origins() + " places, needs for " + needs.size());
        }
        for (int pair = 0; pair < reach.size(); pair++) {
            if (reach.destination(pair) < 0 || reach.destination(pair) >= sites.size()) {
                throw new IllegalArgumentException("minutes name site " + reach.destination(pair)
                        + ", which is none of the " + sites.size() + " sites");
            }
        }
    }

    boolean isLimited() {
        return sites.stream().anyMatch(site -> site.role() != Role.EXCLUDED && site.isLimited());
    }

    Allowed allowed() {
        return new Allowed(sites, question.p(), question.quotas());
    }

    long count(Role role) {
        return allowed().count(role);
    }

    /** The sites of which some open, in rising order. */
    int[] free() {
        return allowed().free();
    }

    /** How many of the free sites may be open together. */
    int budget() {
        return allowed().budget();
    }

    /** The minutes that occur from so many on, rising, each once; 0 is among them, for where nobody lives. */
    double[] radii(double least) {
        return DoubleStream.concat(
                        DoubleStream.of(0), IntStream.range(0, reach.size()).mapToDouble(reach::length))
                .filter(minutes -> minutes >= least)
                .sorted()
                .distinct()
                .toArray();
    }

    SitingProblem asking(Question other) {
        return new SitingProblem(needs, sites, reach, other);
    }

    SitingProblem withoutQuotas() {
        return asking(new Question(question.objective(), question.p(), question.minutes(), Map.of()));
    }

    SitingProblem withoutCapacities() {
        var unlimited = sites.stream()
                .map(site -> new Site(site.role(), Double.POSITIVE_INFINITY, site.area()))
                .toList();
        return new SitingProblem(needs, unlimited, reach, question);
    }
}
