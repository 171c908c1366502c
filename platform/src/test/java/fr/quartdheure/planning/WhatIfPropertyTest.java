package fr.quartdheure.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever changes, in a territory of eight communes within 35 minutes. */
class WhatIfPropertyTest {

    private static final double ROUNDING = 1e-9;
    private static final UUID CENTRE = new UUID(0, 1);
    private static final Picture PICTURE = picture();

    @Property(tries = 200)
    void anOpeningLowersNoAplAndLengthensNoWay(
            @ForAll("changes") List<Change> changes, @ForAll("openings") List<Change> openings) {
        var more = new ArrayList<>(changes);
        more.addAll(openings);
        Prospect before = of(changes);
        Prospect after = of(more);
        for (int commune = 0; commune < PICTURE.demand().size(); commune++) {
            assertThat(after.apl()[commune]).isGreaterThanOrEqualTo(before.apl()[commune] - ROUNDING);
            assertThat(after.nearest(CareKind.CENTRE)[commune])
                    .isLessThanOrEqualTo(before.nearest(CareKind.CENTRE)[commune]);
        }
    }

    @Property(tries = 200)
    void whatLeavesRaisesNoApl(@ForAll("changes") List<Change> changes, @ForAll("leaving") Change leaving) {
        var more = new ArrayList<>(changes);
        more.add(leaving);
        double[] before = of(changes).apl();
        double[] after = of(more).apl();
        for (int commune = 0; commune < after.length; commune++) {
            assertThat(after[commune]).isLessThanOrEqualTo(before[commune] + ROUNDING);
        }
    }

    @Property(tries = 200)
    void theOrderOfChangesDoesNotMatter(@ForAll("changes") List<Change> changes) {
        var reversed = new ArrayList<>(changes);
        Collections.reverse(reversed);
        assertThat(of(reversed).apl()).containsExactly(of(changes).apl(), within(ROUNDING));
        assertThat(of(reversed).nearest(CareKind.CENTRE))
                .containsExactly(of(changes).nearest(CareKind.CENTRE));
    }

    @Property(tries = 200)
    void nothingThatOpensOrLeavesIsLostOrMade(@ForAll("openings") List<Change> openings) {
        double gained = 0;
        double[] apl = of(openings).apl();
        for (int commune = 0; commune < apl.length; commune++) {
            gained += PICTURE.demand().standardised(commune) * (apl[commune] - PICTURE.apl()[commune]);
        }
        double brought = openings.stream()
                .mapToDouble(opening -> ((Change.Opening) opening).consultations())
                .sum();
        assertThat(gained).isCloseTo(brought, within(1e-6 * Math.max(1, brought)));
    }

    @Example
    void noChangeIsToday() {
        assertThat(of(List.of()).apl()).containsExactly(PICTURE.apl());
        assertThat(of(List.of()).nearest(CareKind.CENTRE)).containsExactly(PICTURE.nearest(CareKind.CENTRE));
    }

    @Provide
    Arbitrary<List<Change>> openings() {
        return opening().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Arbitraries.oneOf(opening(), leaving()).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Change> leaving() {
        Arbitrary<Change> departures = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(1, 4))
                .as((commune, doctors) -> new Change.Departure("C" + commune, "", doctors));
        return Arbitraries.oneOf(departures, Arbitraries.just(new Change.Closure(CENTRE, "")));
    }

    /** Somewhere along the line, where some commune is always in reach. */
    private static Arbitrary<Change> opening() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 35),
                        Arbitraries.integers().between(0, 6))
                .as((minutes, doctors) -> new Change.Opening(
                        "", Meridian.at(minutes).lat(), Meridian.at(minutes).lon(), doctors));
    }

    private static Prospect of(List<Change> changes) {
        return new WhatIf(PICTURE, Map.of("C0", 4000.0)).of(changes);
    }

    private static Picture picture() {
        var line = new Meridian();
        for (int commune = 0; commune < 8; commune++) {
            line.commune("C" + commune, 400 + 250 * commune, 5 * commune);
        }
        return line.centre(CENTRE, "C0").toldByFile(Map.of("C0", 12_000.0, "C3", 9000.0, "C6", 4000.0));
    }
}
