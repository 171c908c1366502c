package fr.quartdheure.atlas.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DayPropertyTest {

    private static final List<Promise> PROMISES = List.of(
            new Promise(30, Promise.NONE),
            new Promise(Promise.NONE, 20),
            new Promise(10, 30),
            new Promise(30, 30, 0.1));

    /** Plans are chosen on simulated days, so both are facts of many cases, not theorems: always the same cases. */
    @Property(tries = 40, seed = "15")
    void moreArrivalsAndSeparateBoothsNeverNeedFewer(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 40) Integer> tenths,
            @ForAll @IntRange(max = 3) int promised,
            @ForAll @IntRange(min = 5, max = 90) int patience) {
        var day = new DayLoad(
                tenths.stream().map(each -> each / 10.0).toList(), 12, promised == 3 ? patience : DayLoad.ENDLESS);
        Promise promise = PROMISES.get(promised);
        double alone = DayPlan.of(day, promise).serverHours();
        double before = alone;
        for (int booths = 2; booths <= 6; booths++) {
            double pooled = DayPlan.of(day.at(booths), promise).serverHours();
            assertThat(pooled).isBetween(before, booths * alone);
            before = pooled;
        }
    }

    @Property(tries = 200)
    void theNextEndIsAlwaysTheLeast(@ForAll long seed) {
        var random = new Random(seed);
        var ends = new Ends();
        var expected = new PriorityQueue<Double>();
        for (int step = 0; step < 300; step++) {
            if (expected.isEmpty() || random.nextInt(5) < 3) {
                double end = random.nextInt(50);
                ends.add(end);
                expected.add(end);
            } else {
                ends.removeNext();
                expected.remove();
            }
            assertThat(ends.size()).isEqualTo(expected.size());
            assertThat(ends.next()).isEqualTo(expected.isEmpty() ? Double.POSITIVE_INFINITY : expected.element());
        }
    }

    /** Nobody's turn comes later for one more server at any hour, on the same people. */
    @Property(tries = 100, seed = "7")
    void oneMoreServerNeverMakesADayWorse(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 3) Integer> servers,
            @ForAll @IntRange(max = 7) int where) {
        var day = new DayLoad(servers.stream().map(each -> 2.0 * each).toList(), 12, DayLoad.ENDLESS);
        var simulation = new DaySimulation(day, 9, 50);
        var more = new ArrayList<>(servers);
        more.set(where % more.size(), servers.get(where % more.size()) + 1);
        assertThat(simulation.run(more).whole().meanWait())
                .isLessThanOrEqualTo(simulation.run(servers).whole().meanWait());
    }
}
