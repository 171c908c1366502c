package fr.quartdheure.atlas.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuePropertyTest {

    @Property(tries = 300)
    void oneMoreServerNeverMakesAnybodyWaitLonger(
            @ForAll @DoubleRange(min = 0.1, max = 200) double arrivals,
            @ForAll @DoubleRange(min = 0.5, max = 60) double service,
            @ForAll @DoubleRange(min = 0.5, max = 600) double patience) {
        var load = new Load(arrivals, service);
        int servers = ErlangC.stable(load);
        for (Queue[] queues : new Queue[][] {
            {new ErlangC(load, servers), new ErlangC(load, servers + 1)},
            {new ErlangA(load, servers, patience), new ErlangA(load, servers + 1, patience)}
        }) {
            assertThat(queues[1].meanWait()).isLessThanOrEqualTo(queues[0].meanWait() * (1 + 1e-12));
            assertThat(queues[1].p90Wait()).isLessThanOrEqualTo(queues[0].p90Wait() * (1 + 1e-9));
            assertThat(queues[1].abandonment()).isLessThanOrEqualTo(queues[0].abandonment() * (1 + 1e-12));
        }
    }

    @Property(tries = 300)
    void theMeanIsTheSurfaceUnderTheTail(
            @ForAll @DoubleRange(min = 1, max = 30) double arrivals,
            @ForAll @DoubleRange(min = 2, max = 60) double patience,
            @ForAll @IntRange(min = 1, max = 6) int servers) {
        var queue = new ErlangA(new Load(arrivals, 12), servers, patience);
        double step = patience / 200;
        double surface = 0;
        for (int i = 0; i < 6000; i++) {
            surface += queue.waitsLonger((i + 0.5) * step) * step;
        }
        assertThat(surface).isCloseTo(queue.meanWait(), within(1e-4 * (1 + queue.meanWait())));
    }

    @Property(tries = 200)
    void endlessPatienceIsErlangC(
            @ForAll @DoubleRange(min = 0.5, max = 20) double arrivals,
            @ForAll @IntRange(min = 5, max = 8) int servers) {
        var load = new Load(arrivals, 12);
        var patient = new ErlangA(load, servers, 1e7);
        var endless = new ErlangC(load, servers);
        assertThat(patient.meanWait()).isCloseTo(endless.meanWait(), within(1e-4 * (1 + endless.meanWait())));
        assertThat(patient.p90Wait()).isCloseTo(endless.p90Wait(), within(1e-4 * (1 + endless.p90Wait())));
    }

    /** A million arrivals each: the error of the simulation is a few thousandths. */
    @ParameterizedTest
    @CsvSource({"1, 3.5, 12, 0", "2, 8.4, 12, 0", "14, 200, 3, 0", "2, 12, 12, 15", "3, 10, 12, 40", "1, 20, 12, 10"})
    void theSimulationSeesWhatTheFormulasSay(int servers, double arrivals, double service, double patience) {
        var random = new Random(servers * 1000L + (long) arrivals);
        var simulation = new QueueSimulation(
                servers,
                exponential(random, 60 / arrivals),
                exponential(random, service),
                patience == 0 ? () -> Double.POSITIVE_INFINITY : exponential(random, patience));
        var load = new Load(arrivals, service);
        Queue queue = patience == 0 ? new ErlangC(load, servers) : new ErlangA(load, servers, patience);
        var observed = simulation.run(1_000_000);
        assertThat(observed.meanWait()).isCloseTo(queue.meanWait(), within(0.05 * queue.meanWait()));
        assertThat(observed.p90Wait()).isCloseTo(queue.p90Wait(), within(0.05 * queue.p90Wait()));
        assertThat(observed.abandonment()).isCloseTo(queue.abandonment(), within(0.01));
        assertThat(observed.occupancy()).isCloseTo(queue.occupancy(), within(0.01));
    }

    /** Half the wait of exponential service (Pollaczek and Khinchin): 12·0.7/(2·0.3) = 14 minutes. */
    @Test
    void aConstantServiceHalvesTheWaitOfOneServer() {
        var random = new Random(5);
        var observed = new QueueSimulation(1, exponential(random, 12 / 0.7), () -> 12, () -> Double.POSITIVE_INFINITY)
                .run(1_000_000);
        assertThat(observed.meanWait()).isCloseTo(14, within(0.5));
        assertThat(new ErlangC(new Load(3.5, 12), 1).meanWait()).isCloseTo(28, within(1e-9));
    }

    private static DoubleSupplier exponential(Random random, double mean) {
        return () -> -mean * Math.log(1 - random.nextDouble());
    }
}
