package fr.quartdheure.planning;

import fr.quartdheure.atlas.accessibility.Catchments;
import fr.quartdheure.atlas.accessibility.Decay;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.TravelTimes;
import fr.quartdheure.geo.Epci;
import fr.quartdheure.territory.OfficialApl;
import fr.quartdheure.territory.Zoning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The territory at one moment, in memory: who lives where, what stands where, how long the way is, and how much care is
 * within reach. Immutable, thread-safe. All minutes are central values with the error of their source.
 */
public final class Picture {

    /** Minutes beyond which no way is kept. */
    public static final double FARTHEST = 60;

    private final Facts facts;
    private final Catchments catchments;
    private final double[] apl;

    Picture(Facts facts) {
        this.facts = facts;
        this.catchments = new Catchments(
                facts.toOffer(), facts.demand().standardised(), facts.offer().consultations(), Decay.DREES);
        this.apl = catchments.enhanced();
    }

    /**
     * What a picture is made of.
     *
     * @param toSites minutes from each commune to each point of care, up to {@link Picture#FARTHEST}
     * @param toOffer minutes from each commune to each place of the offer, up to 20
     * @param official by commune, of one year
     * @param communities each CPTS with the codes of the communes that it chose
     */
    record Facts(
            long edition,
            Instant madeAt,
            Demand demand,
            List<PointOfCare> points,
            Pairs toSites,
            Offer offer,
            Pairs toOffer,
            Hospitals hospitals,
            Map<String, OfficialApl> official,
            Map<String, Epci> epcis,
            Map<String, Zoning> zones,
            Map<Area, Set<String>> communities) {}

    Facts facts() {
        return facts;
    }

    public Instant madeAt() {
        return facts.madeAt();
    }

    public Demand demand() {
        return facts.demand();
    }

    public List<PointOfCare> points() {
        return facts.points();
    }

    public Offer offer() {
        return facts.offer();
    }

    /** Minutes from each commune to each place of the offer, as far as an APL looks. */
    Pairs minutesToOffer() {
        return facts.toOffer();
    }

    /** All points of care. */
    Destinations sites() {
        return new Destinations(
                points().stream()
                        .map(point -> new Place(point.siteId().toString(), point.position()))
                        .toList(),
                facts.toSites());
    }

    public Hospitals hospitals() {
        return facts.hospitals();
    }

    /** Whether anything can be said of such care: of hospitals, only when somebody imported them. */
    public boolean knows(CareKind kind) {
        return kind.establishment().map(hospitals()::isKnown).orElse(true);
    }

    /** Accessible consultations a year and standardised inhabitant, by commune: our own computation. */
    public double[] apl() {
        return apl.clone();
    }

    public Optional<OfficialApl> official(int commune) {
        return Optional.ofNullable(facts.official().get(code(commune)));
    }

    public boolean hasOfficial() {
        return !facts.official().isEmpty();
    }

    public Optional<Epci> epci(int commune) {
        return Optional.ofNullable(facts.epcis().get(code(commune)));
    }

    public Optional<Zoning> zone(int commune) {
        return Optional.ofNullable(facts.zones().get(code(commune)));
    }

    /** Minutes from each commune to the nearest such point, or {@link TravelTimes#UNREACHABLE}. */
    public double[] nearest(CareKind kind) {
        return kind.establishment().map(hospitals()::nearest).orElseGet(() -> nearestPoint(kind));
    }

    private double[] nearestPoint(CareKind kind) {
        var counts = new boolean[facts.points().size()];
        for (int point = 0; point < counts.length; point++) {
            counts[point] = kind.isAt(facts.points().get(point));
        }
        return nearest(counts);
    }

    double[] nearest(boolean[] counts) {
        var nearest = new double[demand().size()];
        Arrays.fill(nearest, TravelTimes.UNREACHABLE);
        Pairs ways = facts.toSites();
        for (int commune = 0; commune < nearest.length; commune++) {
            for (int way = ways.start(commune); way < ways.start(commune + 1); way++) {
                if (counts[ways.destination(way)]) {
                    nearest[commune] = Math.min(nearest[commune], ways.length(way));
                }
            }
        }
        return nearest;
    }

    /** The nearest points of care of a commune. */
    public List<Way> ways(int commune, CareKind kind, int limit) {
        var found = new ArrayList<Way>();
        Pairs ways = facts.toSites();
        for (int way = ways.start(commune); way < ways.start(commune + 1); way++) {
            PointOfCare point = facts.points().get(ways.destination(way));
            if (kind.isAt(point)) {
                found.add(new Way(point, ways.length(way)));
            }
        }
        found.sort(Comparator.comparingDouble(Way::minutes)
                .thenComparing(way -> way.point().name()));
        return found.stream().limit(limit).toList();
    }

    /** Who serves a commune: the greatest parts of its accessibility. */
    public List<Part> parts(int commune, int limit) {
        return catchments.contributions(commune).stream()
                .limit(limit)
                .map(part -> new Part(offer().places().code(part.site()), part.value()))
                .toList();
    }

    String code(int commune) {
        return demand().commune(commune).code();
    }

    /** A point of care and the minutes to it. */
    public record Way(PointOfCare point, double minutes) {}

    /**
     * A part of a commune's accessibility.
     *
     * @param code of the commune or id of the site that brings it
     */
    public record Part(String code, double apl) {}
}
