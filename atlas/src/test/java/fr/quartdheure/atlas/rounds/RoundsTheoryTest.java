package fr.quartdheure.atlas.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.atlas.Watch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundsTheoryTest {

    private static final double[][] MINUTES = {{0, 20}, {20, 0}};

    /** A third of a minute is no whole number of any unit a search counts in. */
    @Test
    void anHourFixedToAFractionOfAMinuteIsKept() {
        double sharp = 500 + 1.0 / 3;
        var visit = new Visit("sharp", 1, 30, new Window(sharp, sharp), 1, Set.of(), 1);
        var lunch = new Lunch(new Window(700 + 1.0 / 3, 700 + 1.0 / 3), 45);
        var who = new Professional("nurse", 0, 0, new Window(480, 1020), 8, Set.of(), lunch);
        RoundPlan plan = Rounds.plan(new RoundProblem(List.of(visit), List.of(who), MINUTES), within(1));
        assertThat(plan.unfitted()).isEmpty();
        assertThat(plan.rounds().getFirst().calls().getFirst().begin()).isEqualTo(sharp);
    }

    @Test
    void aVisitWithoutEndOrBeyondTheUrgenciesIsRefused() {
        assertThatThrownBy(() -> new Visit("x", 0, Double.POSITIVE_INFINITY, Window.ANY, 1, Set.of(), 1))
                .hasMessageContaining("minutes Infinity");
        assertThatThrownBy(() -> new Visit("x", 0, 10, Window.ANY, Double.POSITIVE_INFINITY, Set.of(), 1))
                .hasMessageContaining("load Infinity");
        assertThatThrownBy(() -> new Visit("x", 0, 10, Window.ANY, 1, Set.of(), 101))
                .hasMessageContaining("urgency 101");
    }

    private static Watch within(double seconds) {
        long begun = System.nanoTime();
        return () -> seconds - (System.nanoTime() - begun) / 1e9;
    }
}
