package fr.quartdheure.atlas.travel;

import java.util.Arrays;

/** Travel times by the law of {@link TravelEstimate}, longer where either end is in the mountains. */
public final class EstimatedTimes implements TravelTimes {

    private final Places origins;
    private final Places destinations;

    public EstimatedTimes(Places origins, Places destinations) {
        this.origins = origins;
        this.destinations = destinations;
    }

    @Override
    public Source source() {
        return Source.ESTIMATE;
    }

    @Override
    public Places origins() {
        return origins;
    }

    @Override
    public Places destinations() {
        return destinations;
    }

    @Override
    public double minutes(int origin, int destination) {
        return estimate(origin, destination).minutes();
    }

    @Override
    public double band(int origin, int destination) {
        return estimate(origin, destination).band();
    }

    /** The mountains only slow down, so nothing beyond the distance of the plain can be within the minutes. */
    @Override
    public Pairs within(double minutes) {
        double km = Math.nextUp(TravelEstimate.farthestKm(minutes) * (1 + 1e-12));
        Pairs near = Nearby.within(origins, destinations, km);
        int[] own = own();
        var pairs = new Pairs.Builder(destinations.size(), origins.size(), near.size());
        for (int origin = 0; origin < origins.size(); origin++) {
            if (own[origin] >= 0) {
                pairs.add(own[origin], 0);
            }
            boolean mountain = origins.get(origin).mountain();
            for (int pair = near.start(origin); pair < near.start(origin + 1); pair++) {
                int destination = near.destination(pair);
                double needed = TravelEstimate.minutes(
                        near.length(pair),
                        mountain || destinations.get(destination).mountain());
                if (needed <= minutes && destination != own[origin]) {
                    pairs.add(destination, needed);
                }
            }
            pairs.endOrigin();
        }
        return pairs.build();
    }

    /** For each origin the destination that is the same place, or −1. */
    private int[] own() {
        var own = new int[origins.size()];
        Arrays.setAll(own, origin -> destinations.find(origins.code(origin)).orElse(-1));
        return own;
    }

    private TravelEstimate estimate(int origin, int destination) {
        if (TravelTimes.same(origins, origin, destinations, destination)) {
            return TravelEstimate.withinCommune();
        }
        Place from = origins.get(origin);
        Place to = destinations.get(destination);
        return TravelEstimate.between(from.position(), to.position(), from.mountain() || to.mountain());
    }
}
