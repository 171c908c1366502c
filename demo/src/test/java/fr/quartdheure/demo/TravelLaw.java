package fr.quartdheure.demo;

/** The estimate without a road network, t = 2.866 d^0.726 minutes; only to check that the territory is served. */
final class TravelLaw {
    private static final double EARTH_KM = 6371.0;

    private TravelLaw() {}

    static double minutes(double lat1, double lon1, double lat2, double lon2) {
        return 2.866 * Math.pow(kilometres(lat1, lon1, lat2, lon2), 0.726);
    }

    static double kilometres(double lat1, double lon1, double lat2, double lon2) {
        double dLat = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double dLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double a = dLat * dLat + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * dLon * dLon;
        return 2 * EARTH_KM * Math.asin(Math.sqrt(a));
    }
}
