package fr.quartdheure.geo;

import fr.quartdheure.atlas.travel.Position;

/** Reads a latitude and a longitude as files of French registers write them. */
public final class Coordinates {

    private Coordinates() {}

    /** What was read. */
    public sealed interface Read permits Good, Wrong {}

    /** A position that may be in France. */
    public record Good(Position position) implements Read {}

    /**
     * Not a position.
     *
     * @param key the reason, a key of the messages; its arguments are the latitude and the longitude
     */
    public record Wrong(String key) implements Read {}

    /** A decimal comma is understood; latitude and longitude that changed places are told apart from other mistakes. */
    public static Read read(String lat, String lon) {
        if (lat.isBlank() || lon.isBlank()) {
            return new Wrong("import.row.noposition");
        }
        try {
            double first = Double.parseDouble(lat.replace(',', '.'));
            double second = Double.parseDouble(lon.replace(',', '.'));
            if (looksSwapped(first, second)) {
                return new Wrong("import.row.swapped");
            }
            return new Good(new Position(first, second));
        } catch (IllegalArgumentException e) {
            return new Wrong("import.row.position");
        }
    }

    /** Metropolitan France lies between 41° and 51.5° north, 5.5° west and 10° east. */
    private static boolean looksSwapped(double lat, double lon) {
        return lat > -5.5 && lat < 10 && lon > 41 && lon < 51.5;
    }
}
