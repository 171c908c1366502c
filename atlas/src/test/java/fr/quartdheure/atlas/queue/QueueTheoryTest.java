package fr.quartdheure.atlas.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueTheoryTest {

    /** B(3) = (8/6) / (1 + 2 + 2 + 8/6) = 4/19, C = 3·4/19 / (3 − 2·15/19) = 4/9. */
    @Test
    void threeServersUnderTwoErlangs() {
        assertThat(new ErlangC(new Load(2, 60), 3).delay()).isCloseTo(4 / 9.0, within(1e-15));
    }

    /** Calls of 3 minutes, 10 erlangs. */
    @Test
    void fourteenServersUnderTenErlangs() {
        var queue = new ErlangC(new Load(200, 3), 14);
        assertThat(queue.delay()).isCloseTo(0.1741319336, within(1e-10));
        assertThat(1 - queue.waitsLonger(20 / 60.0)).isCloseTo(0.8883500192, within(1e-10));
        assertThat(queue.meanWait() * 60).isCloseTo(7.836, within(0.0005));
        assertThat(queue.occupancy()).isCloseTo(10 / 14.0, within(1e-15));
    }

    @Test
    void fiftyServersWithAndWithoutPatience() {
        var load = new Load(48 * 60, 1);
        assertThat(new ErlangC(load, 50).delay()).isCloseTo(0.6944556, within(5e-8));
        assertThat(new ErlangC(load, 50).meanWait() * 60).isCloseTo(20.834, within(0.0005));
        var patient = new ErlangA(load, 50, 2);
        assertThat(patient.abandonment()).isCloseTo(0.0309122, within(5e-8));
        assertThat(patient.meanWait() * 60).isCloseTo(3.7095, within(5e-5));
    }

    /** M/M/1+M with λ = μ = θ is M/M/∞: all busy 1 − 1/e; whoever waits: Σ (k−1)·e^−1/k! = 1/e. */
    @Test
    void onePersonAsPatientAsServiceIsLong() {
        var queue = new ErlangA(new Load(60, 1), 1, 1);
        assertThat(queue.delay()).isCloseTo(1 - Math.exp(-1), within(1e-15));
        assertThat(queue.meanWait()).isCloseTo(Math.exp(-1), within(1e-15));
        assertThat(queue.abandonment()).isCloseTo(Math.exp(-1), within(1e-15));
        assertThat(queue.occupancy()).isCloseTo(1 - Math.exp(-1), within(1e-15));
    }

    /** For one server C = a, so the mean of 12a/(1−a) minutes is 30 at a = 5/7, 3.571 an hour; the 90th percentile at 2.115. */
    @ParameterizedTest
    @CsvSource({"1, 3.57, 3.58, 2.11, 2.12", "2, 8.45, 8.46, 6.65, 6.66"})
    void whatBoothsCanTake(int doctors, double mean, double overMean, double p90, double overP90) {
        assertThat(new ErlangC(new Load(mean, 12), doctors).meanWait()).isLessThanOrEqualTo(30);
        assertThat(new ErlangC(new Load(overMean, 12), doctors).meanWait()).isGreaterThan(30);
        assertThat(new ErlangC(new Load(p90, 12), doctors).p90Wait()).isLessThanOrEqualTo(30);
        assertThat(new ErlangC(new Load(overP90, 12), doctors).p90Wait()).isGreaterThan(30);
    }

    @Test
    void theFewestThatKeepAPromise() {
        var load = new Load(8.45, 12);
        assertThat(Staffing.fewest(load, new Promise(30, Promise.NONE)).servers())
                .isEqualTo(2);
        assertThat(Staffing.fewest(load, new Promise(Promise.NONE, 30)).servers())
                .isEqualTo(3);
        assertThat(Staffing.fewest(new Load(3.57, 12), new Promise(30, Promise.NONE))
                        .servers())
                .isOne();
        assertThat(Staffing.fewest(new Load(0, 12), new Promise(30, 0)).servers())
                .isOne();
        assertThat(Staffing.fewest(load, 20, new Promise(5, 15)).servers())
                .isLessThanOrEqualTo(Staffing.fewest(load, new Promise(5, 15)).servers());
    }

    @Test
    void anEndlessQueueIsRefused() {
        assertThatThrownBy(() -> new ErlangC(new Load(10, 12), 2))
                .hasMessageContaining("without end")
                .hasMessageContaining("at least 3");
        assertThatThrownBy(() -> new ErlangC(new Load(1, 12), 0)).hasMessageContaining("0 servers");
        assertThatThrownBy(() -> new Load(-1, 12)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Load(1, 0)).hasMessageContaining("0.0 minutes");
        assertThatThrownBy(() -> new Load(Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Load(1e9, 60)).hasMessageContaining("smaller network");
        assertThatThrownBy(() -> new Promise(0, 1)).hasMessageContaining("more than 0");
        assertThatThrownBy(() -> new ErlangA(new Load(1, 12), 1, 0)).hasMessageContaining("patience");
        assertThatThrownBy(() -> new ErlangA(new Load(6e6, 1), 1, 1e9)).hasMessageContaining("people would wait");
    }

    /** No factorial overflows: at the extremes the answers are still those of common sense. */
    @Test
    void extremesStayFinite() {
        assertThat(new ErlangC(new Load(0.001, 1), 5000).delay()).isZero();
        assertThat(new ErlangA(new Load(0.001, 1), 5000, 1).meanWait()).isZero();
        var many = new ErlangC(new Load(60 * 9_950, 1), 10_000);
        assertThat(many.delay()).isBetween(0.4, 0.7);
        var flooded = new ErlangA(new Load(60 * 100, 1), 1, 1000);
        assertThat(flooded.abandonment()).isCloseTo(0.99, within(1e-6));
        assertThat(flooded.occupancy()).isCloseTo(1, within(1e-9));
        // One in a hundred is served, after ln(100)/θ: up to there a wait is a patience.
        assertThat(flooded.waitQuantile(0.5)).isCloseTo(1000 * Math.log(2), within(5.0));
        assertThat(flooded.p90Wait()).isCloseTo(1000 * Math.log(10), within(5.0));
    }
}
