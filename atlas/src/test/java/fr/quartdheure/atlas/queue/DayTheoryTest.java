package fr.quartdheure.atlas.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTheoryTest {

    private static final Promise HALF_AN_HOUR = new Promise(30, Promise.NONE);

    /** Arrivals an hour; a day of 1000 hours, of which the first 50 only fill the queue. */
    @ParameterizedTest
    @CsvSource({"1, 2.5, Infinity", "2, 5, Infinity", "3, 10, Infinity", "2, 8, 20"})
    void constantArrivalsAreErlangs(int servers, double arrivals, double patience) {
        var day = new DayLoad(Collections.nCopies(2000, arrivals / 2), 12, patience);
        var observed = new DaySimulation(day, 3, 800).run(Collections.nCopies(2000, servers));
        var load = new Load(arrivals, 12);
        Queue queue = day.isEndlesslyPatient() ? new ErlangC(load, servers) : new ErlangA(load, servers, patience);
        double error = observed.halfWidth(100, 2000);
        var seen = observed.between(100, 2000);
        assertThat(error).isPositive().isLessThanOrEqualTo(0.02 * queue.meanWait());
        assertThat(seen.meanWait()).isCloseTo(queue.meanWait(), within(error));
        assertThat(seen.p90Wait()).isCloseTo(queue.p90Wait(), within(0.03 * queue.p90Wait()));
        assertThat(seen.abandonment()).isCloseTo(queue.abandonment(), within(0.005));
        assertThat(seen.occupancy()).isCloseTo(queue.occupancy(), within(0.005));
    }

    /** Two have somebody in hand when one of them should leave: she leaves at 36, and the other is free at 40. */
    @Test
    void aServerEndsTheServiceInHandBeforeLeaving() {
        var shifts = new Shifts(new DayLoad(List.of(1.0, 1.0), 12, DayLoad.ENDLESS), List.of(2, 1));
        var busy = new double[3];
        var over = new double[3];
        var run = new DayRun(shifts, busy, over);
        assertThat(run.arrive(0, 40, DayLoad.ENDLESS)).isZero();
        assertThat(run.arrive(1, 35, DayLoad.ENDLESS)).isZero();
        assertThat(run.arrive(31, 25, 4)).as("who loses patience").isEqualTo(4);
        assertThat(run.arrive(31, 25, 50)).isEqualTo(9);
        run.close();
        assertThat(busy).containsExactly(30 + 29, 10 + 6 + 20, 5);
        assertThat(over).containsExactly(0, 6, 5);
    }

    @Test
    void anEmptyHalfHourNeedsNobodyBeyondThoseWhoFinish() {
        var morning = new DayLoad(List.of(0.0, 3.0, 3.0, 0.0, 0.0, 2.0, 0.0), 12, DayLoad.ENDLESS);
        var plan = DayPlan.of(morning, HALF_AN_HOUR);
        assertThat(plan.servers()).element(0).isEqualTo(0);
        assertThat(plan.servers().subList(3, 5)).containsOnly(0);
        assertThat(plan.servers().getLast()).isZero();
        assertThat(plan.observed().overtimeMinutes()).isPositive();
        assertThat(plan.observed().between(3, 4).meanWait()).isNaN();
        assertThat(plan.observed().between(0, 1).occupancy()).isNaN();
    }

    /** The last stay until nobody waits: nobody is left waiting over an hour without arrivals, or after closing. */
    @Test
    void whoeverWaitsIsServedBeforeTheBreak() {
        var day = new DayLoad(List.of(4.0, 0.0, 0.0, 0.0), 12, DayLoad.ENDLESS);
        var simulation = new DaySimulation(day, 5, 200);
        var gone = simulation.run(List.of(1, 0, 0, 0));
        var stayed = simulation.run(List.of(1, 1, 1, 1));
        assertThat(gone.whole().meanWait()).isEqualTo(stayed.whole().meanWait()).isPositive();
        assertThat(gone.overtimeMinutes()).isGreaterThan(stayed.overtimeMinutes());
    }

    @Test
    void afterAPeakTheFormulasAreTooFewAndTheSimulationAdds() {
        var day = new DayLoad(List.of(19.0, 27.0, 40.0, 50.0, 46.0, 31.0, 21.0, 17.0), 12, DayLoad.ENDLESS);
        var promise = new Promise(30, 30);
        var plan = DayPlan.of(day, promise);
        int formula = plan.byFormula().stream().mapToInt(Integer::intValue).sum();
        assertThat(2 * plan.serverHours()).isGreaterThan(formula);
        var asFormula = new DaySimulation(day, DayPlan.SEED, plan.observed().days()).run(plan.byFormula());
        assertThat(asFormula.between(6, 7).p90Wait()).isGreaterThan(30);
        for (int halfHour = 0; halfHour < day.halfHours(); halfHour++) {
            var seen = plan.observed().between(halfHour, halfHour + 1);
            assertThat(seen.meanWait()).isLessThanOrEqualTo(30);
            assertThat(seen.p90Wait()).isLessThanOrEqualTo(30);
        }
    }

    @Test
    void aLimitOfAbandonmentIsKeptInEachHalfHour() {
        var day = new DayLoad(List.of(10.0, 20.0, 10.0, 5.0), 12, 15);
        var careless = DayPlan.of(day, HALF_AN_HOUR);
        var plan = DayPlan.of(day, new Promise(30, Promise.NONE, 0.05));
        assertThat(careless.observed().whole().abandonment()).isGreaterThan(0.5);
        assertThat(plan.serverHours()).isGreaterThan(careless.serverHours());
        for (int halfHour = 0; halfHour < day.halfHours(); halfHour++) {
            assertThat(plan.observed().between(halfHour, halfHour + 1).abandonment())
                    .isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void theSameSeedGivesTheSameDay() {
        var day = new DayLoad(List.of(2.0, 1.0), 12, 30);
        var first = new DaySimulation(day, 1, 40).run(List.of(1, 1)).whole();
        assertThat(new DaySimulation(day, 1, 40).run(List.of(1, 1)).whole()).isEqualTo(first);
        assertThat(new DaySimulation(day, 2, 40).run(List.of(1, 1)).whole()).isNotEqualTo(first);
    }

    @Test
    void whatIsNoDayIsRefused() {
        var day = new DayLoad(List.of(1.0, 0.0), 12, DayLoad.ENDLESS);
        assertThatThrownBy(() -> new DayLoad(List.of(), 12, 20)).hasMessageContaining("without any half-hour");
        assertThatThrownBy(() -> new DayLoad(List.of(-1.0), 12, 20)).hasMessageContaining("-2.0");
        assertThatThrownBy(() -> new DayLoad(List.of(1.0), 0, 20)).hasMessageContaining("0.0 minutes");
        assertThatThrownBy(() -> new DayLoad(List.of(1.0), 12, 0)).hasMessageContaining("patience");
        assertThatThrownBy(() -> day.at(20_000)).hasMessageContaining("smaller network");
        assertThatThrownBy(() -> new DaySimulation(day, 1, 29)).hasMessageContaining("30 or more");
        var simulation = new DaySimulation(day, 1, 30);
        assertThatThrownBy(() -> simulation.run(List.of(1))).hasMessageContaining("one for each");
        assertThatThrownBy(() -> simulation.run(List.of(0, 1))).hasMessageContaining("half-hour 1");
        assertThatThrownBy(() -> new Promise(30, 30, 0)).hasMessageContaining("share above 0");
    }
}
