package fr.quartdheure.atlas.accessibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AplRulesTheoryTest {

    private final AplRules rules = AplRules.OF_2023;

    @Test
    void actsBecomeSupplyWithinBounds() {
        assertThat(rules.practitioner(249)).isZero();
        assertThat(rules.practitioner(250)).isEqualTo(3600);
        assertThat(rules.practitioner(3600)).isEqualTo(3600);
        assertThat(rules.practitioner(4800)).isEqualTo(4800);
        assertThat(rules.practitioner(9000)).isEqualTo(6000);
        assertThat(rules.centre(9000)).isEqualTo(9000);
        assertThat(rules.newcomer()).isEqualTo(5400);
        assertThatThrownBy(() -> rules.practitioner(-1)).hasMessageContaining("-1");
    }

    /** One person of each class: the sum of the weights, 21.24. */
    @Test
    void agesAreWeighted() {
        var one = new double[19];
        Arrays.fill(one, 1);
        assertThat(rules.standardise(one)).isCloseTo(21.24, within(1e-9));
        assertThatThrownBy(() -> rules.standardise(new double[18])).hasMessageContaining("18");
    }

    /** Of 100 people 10 have 1, 40 have 2 and 50 have 4: the mean by weights of their own is another matter. */
    @Test
    void sharesAndQuantilesCountPeople() {
        double[] values = {4, 1, 2};
        double[] people = {50, 10, 40};
        assertThat(Distribution.mean(values, people)).isCloseTo(2.9, within(1e-12));
        assertThat(Distribution.shareUnder(values, people, 2)).isEqualTo(0.1);
        assertThat(Distribution.shareUnder(values, people, Distribution.DESERT_2017))
                .isEqualTo(0.5);
        assertThat(Distribution.quantile(values, people, 0.1)).isEqualTo(1);
        assertThat(Distribution.quantile(values, people, 0.5)).isEqualTo(2);
        assertThat(Distribution.quantile(values, people, 0.9)).isEqualTo(4);
    }
}
