package fr.quartdheure.planning;

import fr.quartdheure.atlas.accessibility.AplRules;
import fr.quartdheure.atlas.accessibility.Catchments;
import fr.quartdheure.atlas.accessibility.Decay;
import fr.quartdheure.atlas.travel.TravelEstimate;
import fr.quartdheure.geo.Commune;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Computes what changes would do. What an inhabitant gets of a site's supply depends on that site and the people around
 * it only: an opening adds to the APL without moving what others bring, so nothing else is computed again.
 */
final class WhatIf {

    /** The index of no commune. */
    private static final int OUTSIDE = -1;

    private final Picture picture;
    private final Map<String, Double> perDoctor;

    /** @param perDoctor consultations a year of one doctor of a commune, where somebody counted them */
    WhatIf(Picture picture, Map<String, Double> perDoctor) {
        this.picture = picture;
        this.perDoctor = perDoctor;
    }

    Prospect of(List<Change> changes) {
        var opened = new ArrayList<Opened>();
        for (Change change : changes) {
            if (change instanceof Change.Opening opening) {
                opened.add(new Opened(opening, minutesTo(opening)));
            }
        }
        double[] supply = supply(changes);
        return new Prospect(picture, standing(changes), supply, opened, apl(supply, opened));
    }

    private boolean[] standing(List<Change> changes) {
        List<UUID> closed = changes.stream()
                .filter(Change.Closure.class::isInstance)
                .map(change -> ((Change.Closure) change).siteId())
                .toList();
        var standing = new boolean[picture.points().size()];
        for (int point = 0; point < standing.length; point++) {
            standing[point] = !closed.contains(picture.points().get(point).siteId());
        }
        return standing;
    }

    /** What today's places still offer. */
    private double[] supply(List<Change> changes) {
        double[] supply = picture.offer().consultations().clone();
        for (Change change : changes) {
            switch (change) {
                case Change.Opening _opening -> {}
                case Change.Closure closure -> less(supply, closure.siteId().toString(), Double.POSITIVE_INFINITY);
                case Change.Departure departure ->
                    less(supply, departure.communeCode(), departure.doctors() * each(departure.communeCode()));
            }
        }
        return supply;
    }

    private double[] apl(double[] supply, List<Opened> opened) {
        double[] apl = Arrays.equals(supply, picture.offer().consultations())
                ? picture.apl()
                : new Catchments(picture.minutesToOffer(), picture.demand().standardised(), supply, Decay.DREES)
                        .enhanced();
        opened.forEach(one -> add(one, apl));
        return apl;
    }

    private double each(String communeCode) {
        return perDoctor.getOrDefault(communeCode, AplRules.OF_2023.newcomer());
    }

    /** Takes supply away from the place of this code, or from the sites of this commune. */
    private void less(double[] supply, String code, double consultations) {
        double left = consultations;
        Set<String> codes = codes(code);
        var places = picture.offer().places();
        for (int place = 0; place < supply.length && left > 0; place++) {
            if (codes.contains(places.code(place))) {
                double gone = Math.min(left, supply[place]);
                supply[place] -= gone;
                left -= gone;
            }
        }
    }

    private Set<String> codes(String code) {
        var codes = new HashSet<>(Set.of(code));
        picture.points().stream()
                .filter(point -> point.communeCode().equals(code))
                .forEach(point -> codes.add(point.siteId().toString()));
        return codes;
    }

    private void add(Opened opened, double[] apl) {
        Demand demand = picture.demand();
        double people = 0;
        for (int commune = 0; commune < apl.length; commune++) {
            people += Decay.DREES.weight(opened.minutes(commune)) * demand.standardised(commune);
        }
        double consultations = opened.opening().consultations();
        for (int commune = 0; people > 0 && commune < apl.length; commune++) {
            apl[commune] += Decay.DREES.weight(opened.minutes(commune)) * consultations / people;
        }
    }

    /** From the commune it opens in, nothing is counted. */
    private double[] minutesTo(Change.Opening opening) {
        Demand demand = picture.demand();
        int own = demand.at(opening.position()).orElse(OUTSIDE);
        boolean high = own >= 0 && demand.commune(own).mountain();
        var minutes = new double[demand.size()];
        for (int index = 0; index < minutes.length; index++) {
            Commune commune = demand.commune(index);
            double km = commune.position().kmTo(opening.position());
            minutes[index] = index == own ? 0 : TravelEstimate.minutes(km, high || commune.mountain());
        }
        return minutes;
    }
}
