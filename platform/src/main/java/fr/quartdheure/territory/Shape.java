package fr.quartdheure.territory;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads a Polygon or MultiPolygon of GeoJSON; two of its own kinds are all that a border can be. */
final class Shape {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int SHORTEST_RING = 4;

    /** Metropolitan France lies between 41° and 51.5° north, 5.5° west and 10° east. */
    private static final double WEST = -5.5;

    private static final double EAST = 10;
    private static final double SOUTH = 41;
    private static final double NORTH = 51.5;

    private Shape() {}

    /** What was read. */
    sealed interface Read {
        record Good(Geometry border) implements Read {}

        /** @param key the reason, a key of the messages */
        record Wrong(String key) implements Read {}
    }

    static Read read(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        try {
            return switch (geometry.path("type").asString("")) {
                case "Polygon" -> checked(polygon(coordinates));
                case "MultiPolygon" -> checked(multiPolygon(coordinates));
                default -> new Read.Wrong("import.feature.geometry");
            };
        } catch (IllegalArgumentException e) {
            return new Read.Wrong("import.feature.ring");
        }
    }

    private static Read checked(Geometry border) {
        var box = border.getEnvelopeInternal();
        boolean onEarth = box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90;
        if (border.isEmpty() || !onEarth) {
            return new Read.Wrong("import.feature.position");
        }
        if (box.getMinX() > SOUTH && box.getMaxX() < NORTH && box.getMinY() > WEST && box.getMaxY() < EAST) {
            return new Read.Wrong("import.feature.swapped");
        }
        return border.isValid() ? new Read.Good(border) : new Read.Wrong("import.feature.crossed");
    }

    private static Geometry multiPolygon(JsonNode polygons) {
        var parts = new ArrayList<Polygon>();
        polygons.forEach(part -> parts.add(polygon(part)));
        return GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        rings.forEach(ring -> read.add(ring(ring)));
        if (read.isEmpty()) {
            throw new IllegalArgumentException("a polygon without a ring");
        }
        return GEOMETRIES.createPolygon(read.removeFirst(), read.toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode points) {
        var read = new Coordinate[points.size()];
        for (int n = 0; n < read.length; n++) {
            JsonNode point = points.path(n);
            if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
                throw new IllegalArgumentException("a point that is not two numbers");
            }
            read[n] = new Coordinate(point.path(0).asDouble(), point.path(1).asDouble());
        }
        if (read.length < SHORTEST_RING) {
            throw new IllegalArgumentException("a ring of " + read.length + " points");
        }
        return GEOMETRIES.createLinearRing(read);
    }
}
