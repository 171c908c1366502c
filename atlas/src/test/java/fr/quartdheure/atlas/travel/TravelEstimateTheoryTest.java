package fr.quartdheure.atlas.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TravelEstimateTheoryTest {

    @Test
    void theQuarterOfAnHourIsNineKilometresEight() {
        assertThat(TravelEstimate.farthestKm(10)).isCloseTo(5.6, within(0.05));
        assertThat(TravelEstimate.farthestKm(15)).isCloseTo(9.8, within(0.05));
        assertThat(TravelEstimate.farthestKm(20)).isCloseTo(14.5, within(0.05));
        assertThat(TravelEstimate.minutes(9.778, false)).isCloseTo(15, within(0.01));
    }

    /** 0.053° of latitude are 5.893 km, 0.005° of longitude at 42.4° are 0.411 km: 5.908 km, 10.4 minutes. */
    @Test
    void overThePassTheLawSaysElevenMinutesWhereTheRoadTakesTwentyFive() {
        var saintLaurent = new Position(42.397, 2.621);
        var arles = new Position(42.45, 2.626);
        assertThat(saintLaurent.kmTo(arles)).isCloseTo(5.908, within(0.002));
        assertThat(TravelEstimate.between(saintLaurent, arles, false).minutes()).isCloseTo(10.41, within(0.01));
        assertThat(TravelEstimate.between(saintLaurent, arles, true).minutes()).isCloseTo(13.01, within(0.01));
    }

    @Test
    void theBandWidensBeyondTheFittedDistance() {
        var perpignan = new Position(42.697, 2.899);
        assertThat(TravelEstimate.between(perpignan, new Position(42.9, 2.899), false)
                        .band())
                .isEqualTo(2.5);
        assertThat(TravelEstimate.between(perpignan, new Position(42.95, 2.899), false)
                        .band())
                .isEqualTo(5);
        assertThat(TravelEstimate.withinCommune().minutes()).isZero();
    }

    /** A degree of a great circle of 6,371.0088 km is 111.195 km. */
    @Test
    void aDegreeOfLatitude() {
        assertThat(new Position(42, 2).kmTo(new Position(43, 2))).isCloseTo(111.195, within(0.001));
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> new Position(91, 0)).hasMessageContaining("91");
        assertThatThrownBy(() -> new Position(42, 200)).hasMessageContaining("200");
        assertThatThrownBy(() -> new Position(Double.NaN, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> TravelEstimate.minutes(-1, false)).hasMessageContaining("-1");
    }
}
