package fr.quartdheure.territory;

/**
 * A rectangle of the map, in degrees of WGS 84.
 *
 * @param west longitude, below {@code east}
 * @param south latitude, below {@code north}
 */
public record Box(double west, double south, double east, double north) {

    public Box {
        if (!(west < east && south < north)) {
            throw new IllegalArgumentException(
                    "the rectangle " + west + ".." + east + ", " + south + ".." + north + " is empty");
        }
    }

    public boolean touches(Box other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }
}
