package fr.quartdheure.atlas.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class NearbyPropertyTest {

    @Property(tries = 200)
    void everyPairIsFoundAnywhereOnEarth(@ForAll long seed, @ForAll @DoubleRange(max = 25000) double km) {
        var random = new Random(seed);
        check(anywhere(random, 12, 180, 90), anywhere(random, 12, 180, 90), km);
    }

    @Property(tries = 200)
    void everyPairIsFoundWhereTheyAreManyAndNear(@ForAll long seed, @ForAll @DoubleRange(max = 60) double km) {
        var random = new Random(seed);
        check(anywhere(random, 30, 0.5, 0.5), anywhere(random, 30, 0.5, 0.5), km);
    }

    @Example
    void theDateLineAndThePolesHideNobody() {
        var from = places(new double[][] {{-16.8, 179.95}, {89.99, 0}, {-90, 0}});
        var to = places(new double[][] {{-16.8, -179.95}, {89.99, 180}, {-89.95, 90}, {-16.8, 180}, {-16.8, -180}});
        check(from, to, 20);
        assertThat(Nearby.within(from, to, 20).size()).isEqualTo(5);
    }

    @Example
    void noDistanceFindsWhatStandsOnTheSpot() {
        var here = places(new double[][] {{42.7, 2.9}});
        assertThat(Nearby.within(here, here, 0).size()).isOne();
    }

    private static void check(Places from, Places to, double km) {
        Map<String, Double> expected = new TreeMap<>();
        for (int i = 0; i < from.size(); i++) {
            for (int j = 0; j < to.size(); j++) {
                double apart = from.get(i).position().kmTo(to.get(j).position());
                if (apart <= km - 1e-4) {
                    expected.put(i + " " + j, apart);
                }
            }
        }
        Pairs pairs = Nearby.within(from, to, km);
        int near = 0;
        for (int i = 0; i < from.size(); i++) {
            for (int pair = pairs.start(i); pair < pairs.start(i + 1); pair++) {
                Double apart = expected.remove(i + " " + pairs.destination(pair));
                near += apart == null ? 1 : 0;
                // Near the antipode both formulas lose digits.
                if (apart != null) {
                    assertThat(pairs.length(pair)).isCloseTo(apart, within(apart > 19000 ? 1e-1 : 1e-6));
                }
            }
        }
        assertThat(expected).isEmpty();
        assertThat(near).isLessThan(6);
    }

    private static Places anywhere(Random random, int count, double lon, double lat) {
        return places(IntStream.range(0, count)
                .mapToObj(i -> new double[] {(random.nextDouble() * 2 - 1) * lat, (random.nextDouble() * 2 - 1) * lon})
                .toArray(double[][]::new));
    }

    private static Places places(double[][] positions) {
        return new Places(IntStream.range(0, positions.length)
                .mapToObj(i -> new Place("p" + i, new Position(positions[i][0], positions[i][1])))
                .toList());
    }
}
