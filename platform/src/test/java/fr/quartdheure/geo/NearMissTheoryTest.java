package fr.quartdheure.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips counted by hand. */
class NearMissTheoryTest {

    @ParameterizedTest
    @CsvSource({
        "perpignan,perpignan,0",
        "perpi,perpignan,0",
        "perpinyan,perpignan,2",
        "prepignan,perpignan,1",
        "perpigna,perpignan,0",
        "perpgnan,perpignan,1",
        "perpiignan,perpignan,1",
        "saint lorent,saint laurent de cerdans,2",
        "tuolouse,toulouse,1",
        "ceret,ceret,0",
        "montauban,ceret,-1"
    })
    void slipsToTheBeginningOfTheName(String typed, String name, int slips) {
        var miss = new NearMiss(typed, 2);
        assertThat(miss.slips(name)).isEqualTo(slips < 0 ? NearMiss.FAR : slips);
        if (slips >= 0) {
            assertThat(miss.isPossible(NearMiss.letters(name))).isTrue();
        }
    }

    @Test
    void aShortWordBearsNoSlipAndALongOneTwo() {
        assertThat(NearMiss.tolerated("la")).isZero();
        assertThat(NearMiss.tolerated("ceret")).isOne();
        assertThat(NearMiss.tolerated("perpignan")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Saint-Étienne,saint etienne",
        "St Etienne,saint etienne",
        "Ste-Marie,sainte marie",
        "L'Isle-d'Abeau,l isle d abeau",
        "Œuilly,oeuilly",
        "STAINS,stains"
    })
    void aNameIsBroughtToOneForm(String written, String plain) {
        assertThat(PlainName.of(written)).isEqualTo(plain);
    }
}
