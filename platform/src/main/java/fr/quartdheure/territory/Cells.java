package fr.quartdheure.territory;

import fr.quartdheure.atlas.travel.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * What lies nearest to each of many centres: cells that stand in for borders nobody imported. They are Voronoi cells on
 * a plane that touches the Earth amid the centres, cut at the hull of all centres and a margin around it, and nowhere
 * farther from a centre than its reach: towards the sea or a border a cell is about as wide as inland, and regions
 * apart do not grow together. Pure.
 */
final class Cells {

    /** Kilometres of a degree of latitude on the sphere of {@link Position#kmTo}. */
    private static final double KM_PER_DEGREE = 111.195;

    /** How far beyond the outermost centres cells go, in km: about half the way between two centres. */
    private static final double MARGIN_KM = 2.5;

    /** Centres farther apart do not span the hull between them, in km. */
    private static final double LONGEST_EDGE_KM = 20;

    /** No cell goes farther from its centre, in km. */
    private static final double REACH_KM = 15;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Cells() {}

    /**
     * The cell of each centre, in the same order, in degrees (x is the longitude). They do not overlap, and each holds
     * its centre; of several centres on the same spot the first has the cell and the others an empty one.
     */
    static List<Geometry> around(List<Position> centres) {
        if (centres.isEmpty()) {
            return List.of();
        }
        double amid = centres.stream().mapToDouble(Position::lat).average().orElseThrow();
        double kmPerLon = KM_PER_DEGREE * Math.cos(Math.toRadians(amid));
        var points = centres.stream()
                .map(centre -> new Coordinate(centre.lon() * kmPerLon, centre.lat() * KM_PER_DEGREE))
                .toList();
        var toDegrees = AffineTransformation.scaleInstance(1 / kmPerLon, 1 / KM_PER_DEGREE);
        Map<Coordinate, Geometry> cells = cells(points);
        var inOrder = new ArrayList<Geometry>();
        for (Coordinate point : points) {
            Geometry cell = cells.remove(point);
            inOrder.add(cell == null ? GEOMETRIES.createPolygon() : toDegrees.transform(cell));
        }
        return inOrder;
    }

    /** On the plane, in km. */
    private static Map<Coordinate, Geometry> cells(List<Coordinate> points) {
        Geometry ground = ground(points);
        var whole = PreparedGeometryFactory.prepare(ground);
        var frame = ground.getEnvelopeInternal();
        frame.expandBy(REACH_KM);
        var diagram = new VoronoiDiagramBuilder();
        diagram.setSites(points);
        diagram.setClipEnvelope(frame);
        var cells = new HashMap<Coordinate, Geometry>();
        // Not its own clipped diagram: that cuts with the older overlay, which stumbles over nearly parallel sides.
        for (Object made : diagram.getSubdivision().getVoronoiCellPolygons(GEOMETRIES)) {
            Geometry cell = (Geometry) made;
            Coordinate centre = (Coordinate) cell.getUserData();
            Geometry near = withinReach(cell, centre);
            cells.put(centre, whole.contains(near) ? near : both(near, ground));
        }
        return cells;
    }

    /** A circle around each centre cuts its cell alone; one outline of all circles took gigabytes for a region. */
    private static Geometry withinReach(Geometry cell, Coordinate centre) {
        boolean near = Arrays.stream(cell.getCoordinates()).allMatch(corner -> corner.distance(centre) <= REACH_KM);
        return near ? cell : both(cell, GEOMETRIES.createPoint(centre).buffer(REACH_KM));
    }

    private static Geometry ground(List<Coordinate> points) {
        Geometry all = GEOMETRIES.createMultiPointFromCoords(points.toArray(Coordinate[]::new));
        Geometry hull = all.convexHull();
        if (hull.getDimension() == 2) {
            hull = ConcaveHull.concaveHullByLength(all, LONGEST_EDGE_KM);
        }
        return hull.buffer(MARGIN_KM);
    }

    private static Geometry both(Geometry one, Geometry other) {
        return OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
    }
}
