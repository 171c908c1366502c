package fr.quartdheure.atlas.accessibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TabulatedTimes;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A (100 people) is 5 min from X (1,000) and 12 from Y (600); B (200 people) is 20 min from X and 5 from Y. */
class CatchmentsTheoryTest {

    private static final double[] PEOPLE = {100, 200};
    private static final double[] SUPPLY = {1000, 600};
    private static final Offset<Double> EXACT = within(1e-12);

    /** R_X = 1000/(100 + 200/3) = 6, R_Y = 600/(100·2/3 + 200) = 2.25; A = 6 + 2/3·2.25, B = 6/3 + 2.25. */
    @Test
    void theAplSharesByZones() {
        double[] apl = Index.APL.of(minutes(), PEOPLE, SUPPLY, 20);
        assertThat(apl[0]).isCloseTo(7.5, EXACT);
        assertThat(apl[1]).isCloseTo(4.25, EXACT);
    }

    /** Within 12 minutes X serves A alone: 10; Y serves all: 2. */
    @Test
    void twoStepsCountEverybodyAlike() {
        assertThat(Index.TWO_STEP.of(minutes(), PEOPLE, SUPPLY, 12)).containsExactly(12, 2);
        assertThat(Index.TWO_STEP.of(minutes(), PEOPLE, SUPPLY, 20))
                .containsExactly(new double[] {16 / 3.0, 16 / 3.0}, EXACT);
    }

    /** G_A = (3/5, 2/5), G_B = (1/4, 3/4); R_X = 1000/(60 + 50/3) = 300/23, R_Y = 600/(80/3 + 150) = 180/53. */
    @Test
    void threeStepsChooseAmongSites() {
        double[] values = Index.THREE_STEP.of(minutes(), PEOPLE, SUPPLY, 20);
        assertThat(values[0]).isCloseTo(0.6 * 300 / 23 + 0.4 * 2 / 3 * 180 / 53, EXACT);
        assertThat(values[1]).isCloseTo(0.25 / 3 * 300 / 23 + 0.75 * 180 / 53, EXACT);
    }

    /** L_X = 1000/(60 + 50), L_Y = 600/(40 + 150); X gives 3/4 and 1/4 of its level, Y gives 2/5 and 3/5. */
    @Test
    void balancedCountsNobodyTwice() {
        double[] values = Index.BALANCED.of(minutes(), PEOPLE, SUPPLY, 20);
        assertThat(values[0]).isCloseTo(0.75 * 1000 / 110 + 0.4 * 600 / 190, EXACT);
        assertThat(values[1]).isCloseTo(0.25 * 1000 / 110 + 0.6 * 600 / 190, EXACT);
    }

    @Test
    void whoServesAPlaceIsNamedTheGreatestFirst() {
        var contributions = new Catchments(minutes(), PEOPLE, SUPPLY, Decay.DREES).contributions(1);
        assertThat(contributions).extracting(Catchments.Contribution::site).containsExactly(1, 0);
        assertThat(contributions.getFirst().value()).isCloseTo(2.25, EXACT);
    }

    @Test
    void zonesEndWhereTheDreesSays() {
        assertThat(Decay.DREES.weight(9.999)).isOne();
        assertThat(Decay.DREES.weight(10)).isEqualTo(2 / 3.0);
        assertThat(Decay.DREES.weight(15)).isEqualTo(1 / 3.0);
        assertThat(Decay.DREES.weight(20)).isEqualTo(1 / 3.0);
        assertThat(Decay.DREES.weight(20.001)).isZero();
        assertThat(Decay.zones(30).weight(15)).isEqualTo(2 / 3.0);
        assertThat(Decay.zones(30).weight(22.5)).isEqualTo(1 / 3.0);
        assertThat(Decay.gaussian(20).weight(0)).isOne();
        assertThat(Decay.gaussian(20).weight(20)).isCloseTo(0, EXACT);
        var zones = Decay.steps(new double[] {10, 20, 30}, new double[] {1, 0.68, 0.22});
        assertThat(zones.weight(10)).isOne();
        assertThat(zones.weight(25)).isEqualTo(0.22);
        assertThat(zones.weight(31)).isZero();
        assertThatThrownBy(() -> Decay.steps(new double[] {10, 5}, new double[] {1, 0.5}))
                .hasMessageContaining("grow outwards");
        assertThatThrownBy(() -> Decay.within(0)).hasMessageContaining("0.0");
    }

    @Test
    void supplyThatNobodyReachesCountsForNobody() {
        double[] values = Index.APL.of(minutes(), new double[] {0, 0}, SUPPLY, 20);
        assertThat(values).containsExactly(0, 0);
        assertThat(new Catchments(minutes(), new double[] {0, 0}, SUPPLY, Decay.DREES).supplyInReach())
                .isZero();
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> Index.APL.of(minutes(), new double[] {-1, 0}, SUPPLY, 20))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> Index.APL.of(minutes(), PEOPLE, new double[] {Double.NaN, 0}, 20))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Index.APL.of(minutes(), PEOPLE, new double[] {1}, 20))
                .hasMessageContaining("1 values for 2");
    }

    private static Pairs minutes() {
        var somewhere = new Position(42.7, 2.9);
        var places = new Places(List.of(new Place("A", somewhere), new Place("B", somewhere)));
        var sites = new Places(List.of(new Place("X", somewhere), new Place("Y", somewhere)));
        var given = new TabulatedTimes.Builder(places, sites);
        given.add(0, 0, 5);
        given.add(0, 1, 12);
        given.add(1, 0, 20);
        given.add(1, 1, 5);
        return given.build().within(20);
    }
}
