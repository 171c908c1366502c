package fr.quartdheure.atlas.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class TravelEstimatePropertyTest {

    @Property
    void fartherIsNeverSooner(
            @ForAll @DoubleRange(max = 500) double one, @ForAll @DoubleRange(max = 500) double other) {
        double near = Math.min(one, other);
        double far = Math.max(one, other);
        assertThat(TravelEstimate.minutes(near, false)).isLessThanOrEqualTo(TravelEstimate.minutes(far, false));
        assertThat(TravelEstimate.minutes(far, true)).isGreaterThanOrEqualTo(TravelEstimate.minutes(far, false));
    }

    @Property
    void thereIsAsLongAsBack(
            @ForAll @DoubleRange(min = 41, max = 51.5) double lat,
            @ForAll @DoubleRange(min = -5.5, max = 10) double lon,
            @ForAll @DoubleRange(min = 41, max = 51.5) double otherLat,
            @ForAll @DoubleRange(min = -5.5, max = 10) double otherLon) {
        var here = new Position(lat, lon);
        var there = new Position(otherLat, otherLon);
        assertThat(TravelEstimate.between(here, there, false)).isEqualTo(TravelEstimate.between(there, here, false));
    }

    @Property
    void theFarthestDistanceIsTheInverseOfTheLaw(@ForAll @DoubleRange(max = 120) double minutes) {
        assertThat(TravelEstimate.minutes(TravelEstimate.farthestKm(minutes), false))
                .isCloseTo(minutes, within(1e-9));
    }
}
