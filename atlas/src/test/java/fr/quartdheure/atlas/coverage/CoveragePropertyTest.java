package fr.quartdheure.atlas.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.RandomPlaces;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Places;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CoveragePropertyTest {

    @Property(tries = 200)
    void moreMinutesNeverCoverFewer(
            @ForAll long seed, @ForAll @DoubleRange(max = 60) double one, @ForAll @DoubleRange(max = 60) double other) {
        var random = new Random(seed);
        var times =
                new EstimatedTimes(RandomPlaces.around(random, "place", 40), RandomPlaces.around(random, "site", 5));
        double[] people = RandomPlaces.numbers(random, 40, 5000);
        assertThat(Coverage.of(times, people, Math.max(one, other)).covered())
                .isGreaterThanOrEqualTo(
                        Coverage.of(times, people, Math.min(one, other)).covered());
    }

    @Property(tries = 200)
    void moreSitesNeverCoverFewer(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int kept) {
        var random = new Random(seed);
        var places = RandomPlaces.around(random, "place", 40);
        var sites = RandomPlaces.around(random, "site", 10);
        var some = new Places(sites.list().subList(0, kept));
        double[] people = RandomPlaces.numbers(random, 40, 5000);
        assertThat(Coverage.of(new EstimatedTimes(places, sites), people, 15).covered())
                .isGreaterThanOrEqualTo(Coverage.of(new EstimatedTimes(places, some), people, 15)
                        .covered());
    }
}
