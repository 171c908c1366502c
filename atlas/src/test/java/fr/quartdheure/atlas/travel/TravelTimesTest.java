package fr.quartdheure.atlas.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.RandomPlaces;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TravelTimesTest {

    private static final Position PERPIGNAN = new Position(42.697, 2.899);
    private static final Position FAR = new Position(48.85, 2.35);

    @Test
    void theEstimateFindsThePairsThatItsMinutesSay() {
        var random = new Random(7);
        var times =
                new EstimatedTimes(RandomPlaces.around(random, "demand", 60), RandomPlaces.around(random, "site", 40));
        Pairs pairs = times.within(20);
        int found = 0;
        for (int origin = 0; origin < 60; origin++) {
            for (int pair = pairs.start(origin); pair < pairs.start(origin + 1); pair++) {
                assertThat(pairs.length(pair))
                        .isCloseTo(times.minutes(origin, pairs.destination(pair)), within(1e-9))
                        .isLessThanOrEqualTo(20);
            }
            for (int site = 0; site < 40; site++) {
                found += times.minutes(origin, site) <= 20 ? 1 : 0;
            }
        }
        assertThat(pairs.size()).isEqualTo(found);
        assertThat(times.source()).isEqualTo(TravelTimes.Source.ESTIMATE);
    }

    @Test
    void aPlaceToItselfIsNothingByItsCode() {
        var here = new Places(List.of(new Place("66136", PERPIGNAN, true)));
        var townHall = new Places(List.of(new Place("a", FAR), new Place("66136", new Position(42.70, 2.89))));
        var times = new EstimatedTimes(here, townHall);
        assertThat(times.minutes(0, 1)).isZero();
        assertThat(times.band(0, 1)).isEqualTo(2.5);
        assertThat(times.band(0, 0)).isEqualTo(5);
        assertThat(times.within(20).size()).isOne();
        assertThat(times.within(20).length(0)).isZero();
    }

    @Test
    void aTableKnowsOnlyWhatItWasGiven() {
        var origins = new Places(List.of(new Place("a", PERPIGNAN), new Place("b", PERPIGNAN)));
        var destinations = new Places(List.of(new Place("x", PERPIGNAN), new Place("b", FAR)));
        var given = new TabulatedTimes.Builder(origins, destinations);
        assertThat(given.add(0, 0, 12)).isTrue();
        assertThat(given.add(0, 0, 13)).isFalse();
        assertThat(given.add(1, 1, 7)).isFalse();
        assertThatThrownBy(() -> given.add(0, 1, -1)).hasMessageContaining("-1");
        var times = given.build();
        assertThat(times.minutes(0, 0)).isEqualTo(12);
        assertThat(times.minutes(0, 1)).isEqualTo(TravelTimes.UNREACHABLE);
        assertThat(times.minutes(1, 1)).isZero();
        assertThat(times.within(11.9).size()).isOne();
        assertThat(times.within(12).nearest()).containsExactly(12, 0);
    }

    @Test
    void aCodeStandsOnce() {
        var twice = List.of(new Place("a", PERPIGNAN), new Place("a", FAR));
        assertThatThrownBy(() -> new Places(twice)).hasMessageContaining("a stands twice");
    }
}
