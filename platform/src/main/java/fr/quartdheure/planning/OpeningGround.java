package fr.quartdheure.planning;

import fr.quartdheure.atlas.opening.Aim;
import fr.quartdheure.atlas.opening.OpeningProblem;
import fr.quartdheure.atlas.opening.Resident;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.geo.Commune;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What any question about openings stands on: whose access counts, and the communes where a centre may open.
 *
 * @param people communes whose inhabitants count, by index
 */
public record OpeningGround(
        Prospect today,
        @SuppressWarnings("ArrayRecordComponent") int[] people,
        List<Commune> candidates) {

    /** Minutes as far as the APL looks. */
    private static final double REACH = 20;

    /** Where a centre stands already, another brings nobody nearer. */
    public static OpeningGround of(Prospect today, Area area, int leastPopulation) {
        Picture picture = today.picture();
        int[] people = new Areas(picture).communes(area);
        Set<String> served = new HashSet<>();
        picture.points().stream().filter(PointOfCare::isCentre).forEach(point -> served.add(point.communeCode()));
        return new OpeningGround(
                today,
                people,
                Arrays.stream(people)
                        .mapToObj(picture.demand()::commune)
                        .filter(commune -> commune.population() >= leastPopulation)
                        .filter(commune -> !served.contains(commune.code()))
                        .toList());
    }

    /** @param supply consultations a year that each opening brings */
    OpeningProblem problem(double supply, Aim aim) {
        Demand demand = today.picture().demand();
        double[] nearest = today.nearest(CareKind.CENTRE);
        double[] apl = today.apl();
        var residents = Arrays.stream(people)
                .mapToObj(index ->
                        new Resident(demand.population(index), demand.standardised(index), apl[index], nearest[index]))
                .toList();
        var sites = Collections.nCopies(candidates.size(), new Site(Role.CANDIDATE, supply, ""));
        double farthest = Math.max(REACH, aim.measures().minutes());
        return new OpeningProblem(residents, sites, minutes(farthest), aim);
    }

    /** The centres of today. */
    public Destinations standing() {
        return today.destinations(CareKind.CENTRE);
    }

    /**
     * From each commune whose inhabitants count, in their order, to each candidate.
     *
     * @param minutes as far as a promise goes
     */
    public Destinations ways(double minutes) {
        return new Destinations(places(candidates).list(), minutes(Math.max(REACH, minutes)));
    }

    /** From each commune whose inhabitants count to each candidate, by estimate. */
    private Pairs minutes(double farthest) {
        var origins = places(Arrays.stream(people)
                .mapToObj(today.picture().demand()::commune)
                .toList());
        return new EstimatedTimes(origins, places(candidates)).within(farthest);
    }

    private static Places places(List<Commune> communes) {
        return new Places(communes.stream()
                .map(commune -> new Place(commune.code(), commune.position(), commune.mountain()))
                .toList());
    }
}
