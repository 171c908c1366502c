package fr.quartdheure.roads;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.DijkstraBidirectionRef;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.TravelTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Travel times by car along a road network. The way from a place to its nearest road takes no time; a place farther
 * from it than {@link #FARTHEST_METRES} is reached by nothing. Thread-safe.
 */
public final class RoadTimes implements TravelTimes {

    /** Centres of communes lie in fields and are rounded to a hundred metres; beyond this no road leads there. */
    public static final double FARTHEST_METRES = 1000;

    static final double MILLIS = 60_000;

    private final Places origins;
    private final Places destinations;
    private final int[] originNodes;
    private final int[] destinationNodes;
    private final QueryGraph graph;
    private final Weighting weighting;

    RoadTimes(RoadNetwork network, Places origins, Places destinations) {
        this.origins = origins;
        this.destinations = destinations;
        List<Snap> from = snaps(network, origins);
        List<Snap> to = snaps(network, destinations);
        var all = Stream.concat(from.stream(), to.stream())
                .filter(RoadTimes::isOnRoad)
                .toList();
        this.graph = QueryGraph.create(network.graph(), all);
        this.weighting = graph.wrapWeighting(network.weighting());
        this.originNodes = nodes(from);
        this.destinationNodes = nodes(to);
    }

    private static List<Snap> snaps(RoadNetwork network, Places places) {
        return places.list().stream()
                .map(Place::position)
                .map(position -> network.index().findClosest(position.lat(), position.lon(), network.forCars()))
                .toList();
    }

    private static boolean isOnRoad(Snap snap) {
        return snap.isValid() && snap.getQueryDistance() <= FARTHEST_METRES;
    }

    private static int[] nodes(List<Snap> snaps) {
        return snaps.stream()
                .mapToInt(snap -> isOnRoad(snap) ? snap.getClosestNode() : Tree.NOWHERE)
                .toArray();
    }

    /** The codes of the places that no road comes near, in their order. */
    public List<String> offRoad() {
        var codes = new ArrayList<String>();
        IntStream.range(0, originNodes.length)
                .filter(i -> originNodes[i] == Tree.NOWHERE)
                .forEach(i -> codes.add(origins.code(i)));
        IntStream.range(0, destinationNodes.length)
                .filter(j -> destinationNodes[j] == Tree.NOWHERE && !codes.contains(destinations.code(j)))
                .forEach(j -> codes.add(destinations.code(j)));
        return codes;
    }

    @Override
    public Source source() {
        return Source.ROADS;
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
        if (TravelTimes.same(origins, origin, destinations, destination)) {
            return 0;
        }
        int from = originNodes[origin];
        int to = destinationNodes[destination];
        if (from == Tree.NOWHERE || to == Tree.NOWHERE) {
            return UNREACHABLE;
        }
        Path path = new DijkstraBidirectionRef(graph, weighting, TraversalMode.NODE_BASED).calcPath(from, to);
        return path.isFound() ? path.getTime() / MILLIS : UNREACHABLE;
    }

    /** None is claimed. */
    @Override
    public double band(int origin, int destination) {
        return 0;
    }

    /** A tree from every place of the shorter list, on all processors. */
    @Override
    public Pairs within(double minutes) {
        boolean backwards = destinations.size() < origins.size();
        int[] roots = backwards ? destinationNodes : originNodes;
        var leaves = new Tree(backwards ? originNodes : destinationNodes);
        var reached = IntStream.range(0, roots.length)
                .parallel()
                .mapToObj(root -> leaves.from(roots[root], limit -> tree(limit, backwards), minutes))
                .toList();
        var rows = new Pairs.Builder(backwards ? origins.size() : destinations.size(), roots.length, roots.length * 8);
        reached.forEach(row -> {
            row.forEach((leaf, length) -> rows.add(leaf, length));
            rows.endOrigin();
        });
        return withOwn(backwards ? rows.build().turned() : rows.build());
    }

    private ShortestPathTree tree(double millis, boolean backwards) {
        var tree = new ShortestPathTree(graph, weighting, backwards, TraversalMode.NODE_BASED);
        tree.setTimeLimit(millis);
        return tree;
    }

    /** A place to itself is 0 minutes, on a road or not. */
    private Pairs withOwn(Pairs routed) {
        var pairs = new Pairs.Builder(destinations.size(), origins.size(), routed.size() + origins.size());
        for (int origin = 0; origin < origins.size(); origin++) {
            int own = destinations.find(origins.code(origin)).orElse(-1);
            if (own >= 0) {
                pairs.add(own, 0);
            }
            for (int pair = routed.start(origin); pair < routed.start(origin + 1); pair++) {
                if (routed.destination(pair) != own) {
                    pairs.add(routed.destination(pair), routed.length(pair));
                }
            }
            pairs.endOrigin();
        }
        return pairs.build();
    }
}
