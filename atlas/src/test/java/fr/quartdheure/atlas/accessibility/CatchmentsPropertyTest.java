package fr.quartdheure.atlas.accessibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.RandomPlaces;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Pairs;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CatchmentsPropertyTest {

    private static final int PLACES = 40;
    private static final int SITES = 12;

    @Property(tries = 200)
    void whatIsAccessibleIsTheSupplyInReach(@ForAll long seed, @ForAll Index index) {
        var region = new Region(seed);
        double[] values = index.of(region.pairs, region.population, region.supply, 20);
        var catchments = new Catchments(region.pairs, region.population, region.supply, index.decay(20));
        double accessible = IntStream.range(0, PLACES)
                .mapToDouble(i -> index == Index.BALANCED ? 0 : values[i] * region.population[i])
                .sum();
        double expected = index == Index.BALANCED ? 0 : catchments.supplyInReach();
        assertThat(accessible).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
    }

    @Property(tries = 200)
    void moreSupplyNeverLowersAValue(@ForAll long seed, @ForAll Index index) {
        var region = new Region(seed);
        double[] before = index.of(region.pairs, region.population, region.supply, 20);
        double[] more = region.supply.clone();
        more[region.random.nextInt(SITES)] += 1000;
        double[] after = index.of(region.pairs, region.population, more, 20);
        for (int i = 0; i < PLACES; i++) {
            assertThat(after[i]).isGreaterThanOrEqualTo(before[i]);
        }
    }

    @Property(tries = 100)
    void allSupplyTwiceIsTwiceTheValue(@ForAll long seed, @ForAll Index index) {
        var region = new Region(seed);
        double[] once = index.of(region.pairs, region.population, region.supply, 20);
        double[] doubled = Arrays.stream(region.supply).map(s -> 2 * s).toArray();
        double[] twice = index.of(region.pairs, region.population, doubled, 20);
        for (int i = 0; i < PLACES; i++) {
            assertThat(twice[i]).isCloseTo(2 * once[i], within(1e-9));
        }
    }

    @Property(tries = 100)
    void contributionsAddUpToTheValue(@ForAll long seed) {
        var region = new Region(seed);
        var catchments = new Catchments(region.pairs, region.population, region.supply, Decay.gaussian(20));
        double[] values = catchments.enhanced();
        for (int i = 0; i < PLACES; i++) {
            assertThat(catchments.contributions(i).stream()
                            .mapToDouble(Catchments.Contribution::value)
                            .sum())
                    .isCloseTo(values[i], within(1e-9));
        }
    }

    private static final class Region {
        private final Random random;
        private final Pairs pairs;
        private final double[] population;
        private final double[] supply;

        Region(long seed) {
            random = new Random(seed);
            pairs = new EstimatedTimes(
                            RandomPlaces.around(random, "place", PLACES), RandomPlaces.around(random, "site", SITES))
                    .within(20);
            population = RandomPlaces.numbers(random, PLACES, 5000);
            supply = RandomPlaces.numbers(random, SITES, 20000);
        }
    }
}
