package fr.quartdheure.atlas.file;

/** The rough boxes of French land, by which latitude and longitude that changed places are recognised. */
final class French {

    /** South, north, west, east: the mainland with Corsica, the Antilles, Guyane, La Réunion, Mayotte. */
    private static final double[][] BOXES = {
        {41, 51.5, -5.5, 10},
        {14, 18.5, -63.5, -60.5},
        {2, 6, -55, -51},
        {-21.6, -20.7, 55, 56},
        {-13.2, -12.4, 44.8, 45.5}
    };

    private French() {}

    static boolean holds(double lat, double lon) {
        for (double[] box : BOXES) {
            if (lat >= box[0] && lat <= box[1] && lon >= box[2] && lon <= box[3]) {
                return true;
            }
        }
        return false;
    }
}
