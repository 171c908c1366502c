package fr.quartdheure.territory;

import org.locationtech.jts.geom.Geometry;

/** The border of a commune as a file draws it, in degrees of WGS 84. */
record Contour(String communeCode, Geometry border) {

    Box box() {
        var around = border.getEnvelopeInternal();
        return new Box(around.getMinX(), around.getMinY(), around.getMaxX(), around.getMaxY());
    }
}
