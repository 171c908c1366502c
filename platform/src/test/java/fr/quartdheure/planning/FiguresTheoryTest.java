package fr.quartdheure.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.geo.Commune;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Four communes, one of them weighted by an older population. */
class FiguresTheoryTest {

    private static final double[] NEAREST = {15, 15.01, 30, Double.POSITIVE_INFINITY};
    private static final double[] APL = {2.5, 2.49, 5, 0};

    private final Demand demand = new Demand(
            List.of(commune("A", 100), commune("B", 200), commune("C", 300), commune("D", 400)), Map.of("C", 500.0));

    @Test
    void sharesCountInhabitantsAndTheMeanWeightsByAge() {
        var figures = Figures.of(new int[] {0, 1, 2, 3}, demand, NEAREST, APL);
        assertThat(figures.communes()).isEqualTo(4);
        assertThat(figures.population()).isEqualTo(1000);
        assertThat(figures.within15()).as("15 minutes are within 15").isEqualTo(100);
        assertThat(figures.shareWithin15()).isEqualTo(0.1);
        assertThat(figures.leftOut()).isEqualTo(900);
        assertThat(figures.within30()).isEqualTo(600);
        assertThat(figures.beyond30()).isEqualTo(400);
        assertThat(figures.under()).as("2.5 is no desert").isCloseTo(600, within(1e-9));
        assertThat(figures.shareUnder()).isCloseTo(0.6, within(1e-12));
        // (100·2.5 + 200·2.49 + 500·5 + 400·0) / 1200
        assertThat(figures.meanApl()).isCloseTo(3248 / 1200.0, within(1e-12));
        assertThat(figures.firstDecile()).isZero();
    }

    @Test
    void onlyTheCommunesThatAreAskedForCount() {
        var figures = Figures.of(new int[] {1, 2}, demand, NEAREST, APL);
        assertThat(figures.population()).isEqualTo(500);
        assertThat(figures.within30()).isEqualTo(500);
        assertThat(figures.firstDecile()).isEqualTo(2.49);
        assertThat(figures.meanApl()).isCloseTo((498 + 2500) / 700.0, within(1e-12));
    }

    @Test
    void ofNobodyThereIsNoMeanAndNoShare() {
        var nobody = Figures.of(new int[0], demand, NEAREST, APL);
        assertThat(nobody.population()).isZero();
        assertThat(nobody.under()).isZero();
        assertThat(nobody.meanApl()).isNaN();
        assertThat(nobody.shareWithin15()).isNaN();
        assertThat(nobody.firstDecile()).isNaN();
        var deserted = new Demand(List.of(commune("Z", 0)), Map.of());
        assertThat(Figures.of(new int[] {0}, deserted, NEAREST, APL).under()).isZero();
    }

    @Test
    void everybodyCountsOneWhereNoFileTellsAges() {
        assertThat(demand.byAge()).isTrue();
        assertThat(demand.standardised()).containsExactly(100, 200, 500, 400);
        assertThat(new Demand(List.of(commune("A", 100)), Map.of()).byAge()).isFalse();
    }

    private static Commune commune(String code, int population) {
        return new Commune(code, code, List.of(), population, 43, 2.5, null, false);
    }
}
