package fr.quartdheure.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.travel.TravelTimes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * A, B, C, D and E stand 0, 9, 14, 19 and 25 minutes from A, with one to five thousand inhabitants. From A weigh
 * 1, 1, 2/3, 1/3 and 0, so that A serves 1000 + 2000 + 2000 + 4000/3 = 19000/3 inhabitants.
 */
class WhatIfTheoryTest {

    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final UUID CENTRE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final int[] ALL = {0, 1, 2, 3, 4};

    private final Meridian line = new Meridian()
            .commune("A", 1000, 0)
            .commune("B", 2000, 9)
            .commune("C", 3000, 14)
            .commune("D", 4000, 19)
            .commune("E", 5000, 25)
            .centre(CENTRE, "A");
    private final Picture picture = line.toldByFile(Map.of("A", 6000.0));

    @Test
    void todayIsTheSupplyOverThePeopleWhoReachIt() {
        assertThat(of().apl()).containsExactly(new double[] {18 / 19.0, 18 / 19.0, 12 / 19.0, 6 / 19.0, 0}, ROUNDING);
        assertThat(of().figures(ALL).within15()).isEqualTo(6000);
        assertThat(of().figures(ALL).within30()).isEqualTo(15_000);
        assertThat(of().figures(ALL).under()).isEqualTo(15_000);
    }

    @Test
    void theWeightsOfTheDreesChangeAtTenFifteenAndBeyondTwentyMinutes() {
        var measured = new Meridian()
                .commune("A", 300, 0)
                .commune("B", 300, 9)
                .commune("C", 300, 14)
                .commune("D", 300, 19)
                .commune("E", 300, 25)
                .measured(700, 9.99, 10, 15, 20, 20.01);
        // 300 · (1 + 2/3 + 1/3 + 1/3) = 700 inhabitants: the APL is the weight itself.
        assertThat(measured.apl()).containsExactly(new double[] {1, 2 / 3.0, 1 / 3.0, 1 / 3.0, 0}, ROUNDING);
    }

    @Test
    void anOpeningAddsItsConsultationsSharedAmongThosePeople() {
        // 2 × 5400 × 3/19000 = 32.4/19 at A, besides 18/19.
        var opened = of(line.opening("A", 2));
        assertThat(opened.apl())
                .containsExactly(new double[] {50.4 / 19, 50.4 / 19, 33.6 / 19, 16.8 / 19, 0}, ROUNDING);
        assertThat(gained(opened)).isCloseTo(10_800, within(1e-6));
    }

    @Test
    void anOpeningBringsThoseNearItWithinAQuarterOfAnHour() {
        // From E: D 10.8 minutes, C 16.2, B 20.4: 5000 + 8000/3 + 3000/3 = 26000/3 inhabitants, 5400 · 3/26000 =
        // 8.1/13.
        var opened = of(line.opening("E", 1));
        double[] apl = opened.apl();
        assertThat(apl[4]).isCloseTo(8.1 / 13, ROUNDING);
        assertThat(apl[3]).isCloseTo(6.0 / 19 + 5.4 / 13, ROUNDING);
        assertThat(apl[2]).isCloseTo(12.0 / 19 + 2.7 / 13, ROUNDING);
        assertThat(apl[1]).isCloseTo(18.0 / 19, ROUNDING);
        assertThat(gained(opened)).isCloseTo(5400, within(1e-6));
        assertThat(opened.nearest(CareKind.CENTRE)[4]).isZero();
        assertThat(opened.figures(ALL).within15()).isEqualTo(15_000);
        assertThat(opened.figures(ALL).meanApl()).isCloseTo(11_400 / 15_000.0, ROUNDING);
    }

    @Test
    void anOpeningWithoutDoctorsBringsACentreAndNoConsultation() {
        var opened = of(line.opening("E", 0));
        assertThat(opened.apl()).containsExactly(of().apl(), ROUNDING);
        assertThat(opened.nearest(CareKind.CENTRE)[4]).isZero();
        assertThat(opened.nearest(CareKind.GENERAL_PRACTICE)[4]).isEqualTo(TravelTimes.UNREACHABLE);
    }

    @Test
    void anOpeningFarFromEverybodyServesNobody() {
        var opened = of(new Change.Opening("Paris", 48.85, 2.35, 3));
        assertThat(opened.apl()).containsExactly(of().apl(), ROUNDING);
        assertThat(opened.nearest(CareKind.CENTRE)).containsExactly(of().nearest(CareKind.CENTRE));
    }

    @Test
    void aDoctorWhoLeavesTakesAwayTheMeanOfADoctorThere() {
        var departed = new WhatIf(picture, Map.of("A", 2000.0)).of(List.of(new Change.Departure("A", "A", 1)));
        assertThat(departed.apl())
                .containsExactly(new double[] {12 / 19.0, 12 / 19.0, 8 / 19.0, 4 / 19.0, 0}, ROUNDING);
        assertThat(departed.figures(ALL).within15()).as("the house stands").isEqualTo(6000);
    }

    @Test
    void whereNobodyCountedThemADoctorIsANewcomerAndNoSupplyFallsUnderNothing() {
        // 6000 − 5400 = 600, a tenth.
        assertThat(of(new Change.Departure("A", "A", 1)).apl()[0]).isCloseTo(1.8 / 19, ROUNDING);
        assertThat(of(new Change.Departure("A", "A", 2)).apl()).containsOnly(0);
        assertThat(of(new Change.Departure("B", "B", 2)).apl()).containsExactly(of().apl(), ROUNDING);
    }

    @Test
    void aClosureTakesTheSiteAndWhatItsAgendasOffer() {
        var both = line.centre(OTHER, "E").keptInAgendas(Map.of(CENTRE, 6000.0, OTHER, 5400.0));
        var closed = new WhatIf(both, Map.of()).of(List.of(new Change.Closure(OTHER, "Centre E")));
        assertThat(both.apl()[4]).isCloseTo(8.1 / 13, ROUNDING);
        assertThat(closed.apl()).containsExactly(of().apl(), ROUNDING);
        assertThat(closed.figures(ALL).within15()).isEqualTo(6000);
    }

    @Test
    void aDepartureFromAgendasTakesFromTheSitesOfTheCommune() {
        var both = line.centre(OTHER, "A").keptInAgendas(Map.of(CENTRE, 3000.0, OTHER, 5000.0));
        var departed = new WhatIf(both, Map.of()).of(List.of(new Change.Departure("A", "A", 1)));
        // 8000 − 5400 = 2600 consultations are left, whichever site loses them.
        assertThat(departed.apl()[0]).isCloseTo(2600 * 3 / 19_000.0, ROUNDING);
    }

    @Test
    void theClosureOfTheOnlyCentreLeavesNobodyInReachOfOne() {
        var closed = of(new Change.Closure(CENTRE, "Centre A"));
        assertThat(closed.nearest(CareKind.CENTRE)).containsOnly(TravelTimes.UNREACHABLE);
        assertThat(closed.figures(ALL).leftOut()).isEqualTo(15_000);
        assertThat(closed.apl())
                .as("a file counts all doctors, whatever house they work in")
                .containsExactly(of().apl());
    }

    private Prospect of(Change... changes) {
        return new WhatIf(picture, Map.of()).of(List.of(changes));
    }

    /** Consultations a year, over all inhabitants. */
    private double gained(Prospect prospect) {
        double sum = 0;
        for (int commune : ALL) {
            sum += picture.demand().standardised(commune) * (prospect.apl()[commune] - picture.apl()[commune]);
        }
        return sum;
    }
}
