package fr.quartdheure.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/**
 * Simplifies borders so that neighbours keep the same one, also where a neighbour came with an earlier file: communes
 * that touch what is new are simplified again with it, and those that touch them are looked at, so that every corner
 * where three communes meet stays where it is.
 *
 * <p>Visvalingam and Whyatt's algorithm on the edges of a coverage, by JTS.
 */
final class Simplification {

    private final Contours contours;

    Simplification(Contours contours) {
        this.contours = contours;
    }

    /** Draws again, in every band, the communes whose border changed, and their neighbours. */
    void around(Collection<String> changed) {
        Map<String, Box> boxes = contours.boxes();
        Set<String> redrawn = touching(boxes, changed);
        Set<String> lookedAt = touching(boxes, redrawn);
        List<Contour> coverage =
                contours.listByCodes(new TreeSet<>(lookedAt)).values().stream().toList();
        Geometry[] borders = coverage.stream().map(Contour::border).toArray(Geometry[]::new);
        for (Band band : Band.values()) {
            Geometry[] simpler = CoverageSimplifier.simplify(borders, band.tolerance());
            var drawn = new TreeMap<String, String>();
            for (int n = 0; n < simpler.length; n++) {
                String code = coverage.get(n).communeCode();
                if (redrawn.contains(code)) {
                    drawn.put(code, CoordinateText.of(simpler[n], band.decimals()));
                }
            }
            contours.saveOutlines(band, drawn);
        }
    }

    /** These and those whose rectangle touches one of theirs. */
    private static Set<String> touching(Map<String, Box> boxes, Collection<String> codes) {
        var known = new HashMap<>(boxes);
        known.keySet().retainAll(Set.copyOf(codes));
        List<Box> near = List.copyOf(known.values());
        return new TreeSet<>(Stream.concat(
                        codes.stream(),
                        boxes.entrySet().stream()
                                .filter(entry -> near.stream().anyMatch(entry.getValue()::touches))
                                .map(Map.Entry::getKey))
                .toList());
    }
}
