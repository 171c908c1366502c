package fr.quartdheure.atlas.travel;

/**
 * A point on the ground, in degrees of WGS 84. Immutable.
 *
 * @param lat latitude, −90 to 90
 * @param lon longitude, −180 to 180
 */
public record Position(double lat, double lon) {

    static final double EARTH_RADIUS_KM = 6371.0088;

    public Position {
        if (!(lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("latitude " + lat + " is not between -90 and 90");
        }
        if (!(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("longitude " + lon + " is not between -180 and 180");
        }
    }

    /** Great-circle distance in kilometres (haversine on the mean radius of the Earth). */
    public double kmTo(Position other) {
        double phi = Math.toRadians(lat);
        double otherPhi = Math.toRadians(other.lat);
        double halfLat = Math.sin((otherPhi - phi) / 2);
        double halfLon = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double h = halfLat * halfLat + Math.cos(phi) * Math.cos(otherPhi) * halfLon * halfLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
    }
}
