package fr.quartdheure.atlas.travel;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the pairs of places that are near as the crow flies, without looking at all of them: destinations lie in belts
 * as high as the distance, sorted by longitude in each. Right on the whole Earth, poles and date line included.
 */
public final class Nearby {

    private static final double EARTH_RADIUS_KM = Position.EARTH_RADIUS_KM;
    /** Rounding must not lose a pair that stands exactly at the distance. */
    private static final double SLACK = 1e-9;

    private final double km;
    private final double angle;
    private final double farthestSquare;
    private final double[] lons;
    private final double[] xyz;
    private final int[] indexes;
    private final int[] beltStarts;

    private Nearby(Places to, double km) {
        this.km = km;
        this.angle = Math.min(Math.PI, km / EARTH_RADIUS_KM) + SLACK;
        double half = Math.sin(Math.min(Math.PI, angle) / 2);
        this.farthestSquare = 4 * half * half;
        int belts = Math.max(1, (int) Math.min(1 << 16, Math.PI / angle));
        this.indexes = IntStream.range(0, to.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(
                                i -> belt(to.get(i).position().lat(), belts))
                        .thenComparingDouble(i -> to.get(i).position().lon()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.lons = new double[to.size()];
        this.xyz = new double[3 * to.size()];
        this.beltStarts = new int[belts + 1];
        fill(to);
    }

    private void fill(Places to) {
        int belts = beltStarts.length - 1;
        for (int i = 0; i < indexes.length; i++) {
            Position position = to.get(indexes[i]).position();
            lons[i] = Math.toRadians(position.lon());
            setVector(xyz, 3 * i, position);
            beltStarts[belt(position.lat(), belts) + 1] = i + 1;
        }
        for (int belt = 0; belt < belts; belt++) {
            beltStarts[belt + 1] = Math.max(beltStarts[belt + 1], beltStarts[belt]);
        }
    }

    /**
     * Every pair not farther apart than this, with its great-circle kilometres.
     *
     * <p>The distance comes from the chord between the two points, d = 2R·asin(chord/2R): the haversine of
     * {@link Position#kmTo} in other terms, without trigonometry for pairs that are too far. Both agree to a
     * millimetre.
     *
     * @param km 0 or more
     */
    public static Pairs within(Places from, Places to, double km) {
        if (!(km >= 0)) {
            throw new IllegalArgumentException("distance " + km + " km is negative or not a number");
        }
        var nearby = new Nearby(to, km);
        var pairs = new Pairs.Builder(to.size(), from.size(), from.size() * 4);
        for (int origin = 0; origin < from.size(); origin++) {
            nearby.add(from.get(origin).position(), pairs);
            pairs.endOrigin();
        }
        return pairs.build();
    }

    private void add(Position from, Pairs.Builder pairs) {
        int belts = beltStarts.length - 1;
        double span = Math.toDegrees(angle);
        int last = belt(from.lat() + span, belts);
        double lon = Math.toRadians(from.lon());
        double width = width(Math.toRadians(from.lat()));
        var vector = new double[3];
        setVector(vector, 0, from);
        for (int belt = belt(from.lat() - span, belts); belt <= last; belt++) {
            addBelt(belt, lon - width, lon + width, vector, pairs);
            if (lon - width < -Math.PI && width < Math.PI) {
                addBelt(belt, lon - width + 2 * Math.PI, Double.MAX_VALUE, vector, pairs);
            }
            if (lon + width > Math.PI && width < Math.PI) {
                addBelt(belt, -Double.MAX_VALUE, lon + width - 2 * Math.PI, vector, pairs);
            }
        }
    }

    private void addBelt(int belt, double west, double east, double[] vector, Pairs.Builder pairs) {
        int end = beltStarts[belt + 1];
        for (int i = firstFrom(west, beltStarts[belt], end); i < end && lons[i] <= east; i++) {
            double dx = xyz[3 * i] - vector[0];
            double dy = xyz[3 * i + 1] - vector[1];
            double dz = xyz[3 * i + 2] - vector[2];
            double square = dx * dx + dy * dy + dz * dz;
            if (square <= farthestSquare) {
                double apart = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(square) / 2));
                if (apart <= km) {
                    pairs.add(indexes[i], apart);
                }
            }
        }
    }

    /** How far east and west a circle of the angle reaches; everywhere once it holds a pole. */
    private double width(double lat) {
        if (Math.abs(lat) + angle >= Math.PI / 2) {
            return 2 * Math.PI;
        }
        return Math.asin(Math.sin(angle) / Math.cos(lat)) + SLACK;
    }

    private int firstFrom(double lon, int start, int end) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lons[middle] < lon) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int belt(double lat, int belts) {
        return Math.clamp((int) Math.floor((lat + 90) / 180 * belts), 0, belts - 1);
    }

    private static void setVector(double[] vectors, int at, Position position) {
        double lat = Math.toRadians(position.lat());
        double lon = Math.toRadians(position.lon());
        vectors[at] = Math.cos(lat) * Math.cos(lon);
        vectors[at + 1] = Math.cos(lat) * Math.sin(lon);
        vectors[at + 2] = Math.sin(lat);
    }
}
