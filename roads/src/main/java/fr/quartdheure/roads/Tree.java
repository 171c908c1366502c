package fr.quartdheure.roads;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which places a tree of shortest ways meets, and after how many minutes. Thread-safe. */
final class Tree {

    /** The node of a place that no road comes near. */
    static final int NOWHERE = -1;

    private final Map<Integer, List<Integer>> leaves;

    /** @param nodes of the places to be met, or {@link #NOWHERE} */
    Tree(int[] nodes) {
        this.leaves = IntStream.range(0, nodes.length)
                .filter(leaf -> nodes[leaf] != NOWHERE)
                .boxed()
                .collect(Collectors.groupingBy(leaf -> nodes[leaf], HashMap::new, Collectors.toList()));
    }

    /** The minutes to each place that is met within so many, in the order of the places. */
    Map<Integer, Double> from(int root, DoubleFunction<ShortestPathTree> trees, double minutes) {
        var met = new TreeMap<Integer, Double>();
        if (root != NOWHERE) {
            trees.apply(minutes * RoadTimes.MILLIS)
                    .search(
                            root,
                            label -> leaves.getOrDefault(label.node, List.of())
                                    .forEach(leaf -> met.put(leaf, label.time / RoadTimes.MILLIS)));
        }
        return met;
    }
}
