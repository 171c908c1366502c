package fr.quartdheure.atlas.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.atlas.travel.TravelTimes;
import org.junit.jupiter.api.Test;

class CoverageTheoryTest {

    private static final double[] NEAREST = {0, 15, 15.01, TravelTimes.UNREACHABLE};
    private static final double[] PEOPLE = {1000, 200, 30, 4};

    @Test
    void exactlyAQuarterOfAnHourIsWithinIt() {
        var coverage = new Coverage(NEAREST, PEOPLE, 15);
        assertThat(coverage.population()).isEqualTo(1234);
        assertThat(coverage.covered()).isEqualTo(1200);
        assertThat(coverage.share()).isEqualTo(1200 / 1234.0);
        assertThat(coverage.leftOut()).containsExactly(2, 3);
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> new Coverage(NEAREST, PEOPLE, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Coverage(NEAREST, new double[1], 15)).hasMessageContaining("4 places");
    }
}
