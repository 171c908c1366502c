package fr.quartdheure.territory;

import java.math.BigDecimal;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes the coordinates of a GeoJSON MultiPolygon with few decimals: neighbours round alike, so they still fit. */
final class CoordinateText {

    private static final int FINEST = 6;
    private static final int RING = 4;

    private final StringBuilder text = new StringBuilder("[");
    private final double scale;
    private final int decimals;

    private CoordinateText(int decimals) {
        this.decimals = decimals;
        this.scale = Math.pow(10, decimals);
    }

    /** A border so small that nothing of it is left at these decimals is written with more. */
    static String of(Geometry polygons, int decimals) {
        for (int more = decimals; more < FINEST; more++) {
            var written = new CoordinateText(more);
            for (int n = 0; n < polygons.getNumGeometries(); n++) {
                if (polygons.getGeometryN(n) instanceof Polygon polygon) {
                    written.polygon(polygon);
                }
            }
            if (written.text.length() > 1) {
                return written.text.append(']').toString();
            }
        }
        return "[]";
    }

    private void polygon(Polygon polygon) {
        int start = text.length();
        text.append(start > 1 ? ",[" : "[");
        if (!ring(polygon.getExteriorRing())) {
            text.setLength(start);
            return;
        }
        for (int n = 0; n < polygon.getNumInteriorRing(); n++) {
            int before = text.length();
            text.append(',');
            if (!ring(polygon.getInteriorRingN(n))) {
                text.setLength(before);
            }
        }
        text.append(']');
    }

    /** @return whether anything is left of it */
    private boolean ring(LinearRing ring) {
        int start = text.length();
        CoordinateSequence points = ring.getCoordinateSequence();
        long lastX = Long.MIN_VALUE;
        long lastY = Long.MIN_VALUE;
        int written = 0;
        text.append('[');
        for (int n = 0; n < points.size(); n++) {
            long x = Math.round(points.getX(n) * scale);
            long y = Math.round(points.getY(n) * scale);
            if (x != lastX || y != lastY) {
                text.append(written++ == 0 ? "[" : ",[");
                number(x).append(',');
                number(y).append(']');
            }
            lastX = x;
            lastY = y;
        }
        text.append(']');
        if (written < RING) {
            text.setLength(start);
            return false;
        }
        return true;
    }

    private StringBuilder number(long scaled) {
        var number = BigDecimal.valueOf(scaled, decimals).stripTrailingZeros();
        return text.append(number.toPlainString());
    }
}
