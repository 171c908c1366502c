package fr.quartdheure.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.opening.Benefit;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.support.SettableClock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three communes a degree of longitude apart, too far for anybody to leave her own: a plan is read off at once. */
class PlansTheoryTest {

    private static final Area ALL = new Area(Area.Kind.ALL, "", "");

    private final Plans plans = new Plans(new SettableClock(Instant.EPOCH));

    @Test
    void theGreatestOpensFirstAndEachYearAddsItsInhabitants() {
        var found = found(List.of(1, 1), new PlanQuestion.Staffing(4, 1, 3));

        assertThat(found.years())
                .extracting(year -> year.opened().getFirst().commune().name())
                .containsExactly("Great", "Middle");
        assertThat(found.years()).extracting(year -> year.after().covered()).containsExactly(3000.0, 5000.0);
        assertThat(found.today().covered()).isZero();
        assertThat(found.choice().proved()).isTrue();
        assertThat(found.order().proved()).isTrue();
        assertThat(found.population()).isEqualTo(6000);
    }

    @Test
    void everyDoctorBringsWhatANewcomerDoes() {
        var found = found(List.of(2), new PlanQuestion.Staffing(4, 2, 2));

        assertThat(found.openings())
                .allSatisfy(change ->
                        assertThat(((Change.Opening) change).doctors()).isEqualTo(2));
        assertThat(found.years().getFirst().after().meanApl())
                .as("4 doctors of 5 400 acts for 6 000 people")
                .isEqualTo(4 * 5400.0 / 6000, within(1e-9));
    }

    @Test
    void whatCannotBePlannedIsSaidWithItsFigures() {
        assertThat(answer(List.of(4), new PlanQuestion.Staffing(4, 1, 3)))
                .isEqualTo(new PlanAnswer.TooFewCandidates(3));
        assertThat(answer(List.of(1, 1), new PlanQuestion.Staffing(9, 1, 3)))
                .isEqualTo(new PlanAnswer.Unshareable(2, 6));
    }

    private PlanAnswer.Found found(List<Integer> years, PlanQuestion.Staffing staff) {
        return (PlanAnswer.Found) answer(years, staff);
    }

    private PlanAnswer answer(List<Integer> years, PlanQuestion.Staffing staff) {
        var question = new PlanQuestion(ALL, Benefit.COVERED, years, staff, 0);
        return plans.answer(question, new WhatIf(picture(), Map.of()).of(List.of()));
    }

    private static Picture picture() {
        var communes = List.of(commune("Small", 1000, 1), commune("Great", 3000, 2), commune("Middle", 2000, 3));
        var demand = new Demand(communes, Map.of());
        return new Picture(new Picture.Facts(
                1,
                Instant.EPOCH,
                demand,
                List.of(),
                none(),
                Offer.none(),
                none(),
                Hospitals.none(demand),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of()));
    }

    private static Pairs none() {
        var none = new Pairs.Builder(0, 3, 0);
        Arrays.asList(1, 2, 3).forEach(_one -> none.endOrigin());
        return none.build();
    }

    private static Commune commune(String name, int population, int lon) {
        return new Commune("6600" + lon, name, List.of(), population, 43, lon, null, false);
    }
}
