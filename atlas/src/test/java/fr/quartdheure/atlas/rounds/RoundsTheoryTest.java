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

    /** The place is twenty minutes from the base; forty minutes there and back leave room for one visit of twenty. */
    @Test
    void aSearchWithoutTimeStillPlacesWhoeverHasAPlace() {
        var usual = new Visit("usual", 1, 20, Window.ANY, 1, Set.of(), 1);
        var urgent = new Visit("urgent", 1, 20, Window.ANY, 1, Set.of(), 100);
        var who = new Professional("nurse", 0, 0, new Window(480, 540), 8, Set.of(), null);
        RoundPlan plan = Rounds.plan(new RoundProblem(List.of(usual, urgent), List.of(who), MINUTES), within(-1));
        assertThat(plan.rounds())
                .singleElement()
                .satisfies(round ->
                        assertThat(round.calls()).extracting(Call::visit).containsExactly(1));
        assertThat(plan.unfitted()).containsExactly(new Unfitted(0, Unfitted.Reason.NO_ROOM));
    }

    @Test
    void roundsThatAreFilledKeepTheirOrder() {
        var visits = List.of(
                new Visit("a", 1, 10, Window.ANY, 1, Set.of(), 1),
                new Visit("b", 0, 10, Window.ANY, 1, Set.of(), 1),
                new Visit("c", 1, 10, Window.ANY, 1, Set.of(), 1));
        var who = new Professional("nurse", 0, 0, new Window(480, 1020), 8, Set.of(), null);
        var problem = new RoundProblem(visits, List.of(who), MINUTES);
        Round before = Rounds.hours(problem, 0, List.of(0, 1)).orElseThrow();
        assertThat(before.travel()).isEqualTo(40);
        assertThat(before.back()).isEqualTo(480 + 20 + 10 + 20 + 10);
        RoundPlan after = Rounds.fill(problem, List.of(before));
        assertThat(after.unfitted()).isEmpty();
        assertThat(after.rounds().getFirst().calls().stream().map(Call::visit).filter(visit -> visit < 2))
                .containsExactly(0, 1);
        assertThat(after.travel()).isEqualTo(40);
        assertThat(Rounds.hours(problem, 0, List.of(0)).orElseThrow().leaves()).isEqualTo(480);
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
