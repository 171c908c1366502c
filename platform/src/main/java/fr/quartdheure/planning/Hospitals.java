package fr.quartdheure.planning;

import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.TabulatedTimes;
import fr.quartdheure.atlas.travel.TravelTimes;
import fr.quartdheure.territory.Establishment;
import fr.quartdheure.territory.EstablishmentKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Hospitals, emergency departments and perinatal centres, which nobody books at, and the way to them. Minutes are
 * always the estimate as the crow flies, 0 from a commune to what stands in it. Immutable, thread-safe.
 */
public final class Hospitals {

    private final List<Establishment> establishments;
    private final Pairs ways;

    Hospitals(Demand demand, List<Establishment> establishments) {
        this.establishments = List.copyOf(establishments);
        this.ways = ways(demand, this.establishments);
    }

    static Hospitals none(Demand demand) {
        return new Hospitals(demand, List.of());
    }

    private static Pairs ways(Demand demand, List<Establishment> establishments) {
        var ends = new Places(
                establishments.stream().map(one -> place(demand, one)).toList());
        var estimated = new EstimatedTimes(demand.places(), ends).within(Picture.FARTHEST);
        var table = new TabulatedTimes.Builder(demand.places(), ends);
        for (int commune = 0; commune < demand.size(); commune++) {
            String code = demand.commune(commune).code();
            for (int way = estimated.start(commune); way < estimated.start(commune + 1); way++) {
                int end = estimated.destination(way);
                boolean here = establishments.get(end).communeCode().equals(code);
                table.add(commune, end, here ? 0 : estimated.length(way));
            }
        }
        return table.build().within(Picture.FARTHEST);
    }

    private static Place place(Demand demand, Establishment one) {
        var commune = demand.find(one.communeCode());
        boolean high = commune.isPresent() && demand.commune(commune.getAsInt()).mountain();
        return new Place(one.kind().code() + " " + one.code(), one.position(), high);
    }

    /** All, by kind. */
    public List<Establishment> list() {
        return establishments;
    }

    /** Whether anybody imported such establishments: without any, nothing can be said of the way to them. */
    public boolean isKnown(EstablishmentKind kind) {
        return establishments.stream().anyMatch(one -> one.kind() == kind);
    }

    /** The nearest to a commune, by its index; empty when none is within an hour. */
    public Optional<Way> nearest(int commune, EstablishmentKind kind) {
        return IntStream.range(ways.start(commune), ways.start(commune + 1))
                .mapToObj(way -> new Way(establishments.get(ways.destination(way)), ways.length(way)))
                .filter(way -> way.establishment().kind() == kind)
                .min(Comparator.comparingDouble(Way::minutes)
                        .thenComparing(way -> way.establishment().code()));
    }

    /** Minutes from each commune to the nearest, or {@link TravelTimes#UNREACHABLE}. */
    double[] nearest(EstablishmentKind kind) {
        var nearest = new double[ways.origins()];
        Arrays.setAll(
                nearest, commune -> nearest(commune, kind).map(Way::minutes).orElse(TravelTimes.UNREACHABLE));
        return nearest;
    }

    /** Those of a kind, and the ways there. */
    Destinations destinations(EstablishmentKind kind) {
        var counts = new boolean[establishments.size()];
        for (int one = 0; one < counts.length; one++) {
            counts[one] = establishments.get(one).kind() == kind;
        }
        var places = establishments.stream()
                .map(one -> new Place(one.kind().code() + " " + one.code(), one.position()))
                .toList();
        return new Destinations(places, ways).only(counts);
    }

    /** The indexes in {@link #list} of those at most so many minutes from a commune. */
    int[] within(double minutes, int commune, EstablishmentKind kind) {
        return IntStream.range(ways.start(commune), ways.start(commune + 1))
                .filter(way -> ways.length(way) <= minutes)
                .map(ways::destination)
                .filter(end -> establishments.get(end).kind() == kind)
                .toArray();
    }

    /** An establishment and the minutes to it, by estimate. */
    public record Way(Establishment establishment, double minutes) {}
}
