package fr.quartdheure.planning;

import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places that people go to, and the ways there: what a figure about them can be computed again from. Immutable.
 *
 * @param places each with a code of its own
 * @param minutes from each commune, by index, to each of the places
 */
public record Destinations(List<Place> places, Pairs minutes) {

    private static final int NONE = -1;

    public Destinations {
        places = List.copyOf(places);
    }

    /**
     * Another place.
     *
     * @param minutes from each commune
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Added(Place place, double[] minutes) {}

    /** Those that are marked, in their order. */
    Destinations only(boolean[] marked) {
        var kept = new ArrayList<Place>();
        var index = new int[marked.length];
        Arrays.fill(index, NONE);
        for (int place = 0; place < marked.length; place++) {
            if (marked[place]) {
                index[place] = kept.size();
                kept.add(places.get(place));
            }
        }
        var ways = new Pairs.Builder(kept.size(), minutes.origins(), minutes.size());
        for (int commune = 0; commune < minutes.origins(); commune++) {
            for (int way = minutes.start(commune); way < minutes.start(commune + 1); way++) {
                if (index[minutes.destination(way)] != NONE) {
                    ways.add(index[minutes.destination(way)], minutes.length(way));
                }
            }
            ways.endOrigin();
        }
        return new Destinations(kept, ways.build());
    }

    /** With others after them, as far as any way is kept. */
    Destinations and(List<Added> others) {
        var all = new ArrayList<>(places);
        others.forEach(other -> all.add(other.place()));
        var ways = new Pairs.Builder(all.size(), minutes.origins(), minutes.size() + others.size() * minutes.origins());
        for (int commune = 0; commune < minutes.origins(); commune++) {
            for (int way = minutes.start(commune); way < minutes.start(commune + 1); way++) {
                ways.add(minutes.destination(way), minutes.length(way));
            }
            for (int other = 0; other < others.size(); other++) {
                double needed = others.get(other).minutes()[commune];
                if (needed <= Picture.FARTHEST) {
                    ways.add(places.size() + other, needed);
                }
            }
            ways.endOrigin();
        }
        return new Destinations(all, ways.build());
    }
}
