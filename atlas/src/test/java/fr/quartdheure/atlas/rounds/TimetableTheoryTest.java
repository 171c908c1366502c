package fr.quartdheure.atlas.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On a straight road: the base at 0, villages 10, 20 and 40 minutes away; hours counted from midnight. */
class TimetableTheoryTest {

    private static final double[] ROAD = {0, 10, 20, 40};
    private static final double EIGHT = 480;
    private static final double NOON = 720;

    @Test
    void nobodyWaitsAtADoorWhoCouldHaveStayed() {
        var round = day(null, visit(1, 30, 540, 600), visit(2, 20, 0, 700))
                .of(0, List.of(0, 1))
                .orElseThrow();
        assertThat(round.leaves()).isEqualTo(530);
        assertThat(round.calls()).containsExactly(new Call(0, 540, 540, 570), new Call(1, 580, 580, 600));
        assertThat(round.back()).isEqualTo(620);
        assertThat(round.travel()).isEqualTo(40);
    }

    @Test
    void aLaterWindowIsWaitedFor() {
        var round = day(null, visit(1, 10, 0, 1000), visit(2, 10, 600, 660))
                .of(0, List.of(0, 1))
                .orElseThrow();
        assertThat(round.calls().get(1)).isEqualTo(new Call(1, 510, 600, 610));
    }

    @Test
    void aWindowThatHasClosedHoldsNoVisit() {
        var day = day(null, visit(1, 10, 0, 1000), visit(3, 10, 0, 529));
        assertThat(day.holds(0, List.of(0, 1))).as("at the door at 530").isFalse();
        assertThat(day.holds(0, List.of(1, 0))).isTrue();
    }

    @Test
    void whoeverIsOnTheWayAtNoonEatsBetweenVisits() {
        var lunch = new Lunch(new Window(NOON, 780), 45);
        var round = day(lunch, visit(1, 200, 490, 490), visit(2, 90, 0, 1000))
                .of(0, List.of(0, 1))
                .orElseThrow();
        // From 690 she drives to 700; the pause begins at noon, at the next door.
        assertThat(round.lunch()).isEqualTo(NOON);
        assertThat(round.calls().get(1).begin()).isEqualTo(NOON + 45);
        assertThat(round.back()).isEqualTo(NOON + 45 + 90 + 20);
    }

    @Test
    void whoeverIsBackBeforeThePauseMayCloseHasNoneOnHerRound() {
        var lunch = new Lunch(new Window(NOON, 780), 45);
        var round = day(lunch, visit(1, 30, 0, 1000)).of(0, List.of(0)).orElseThrow();
        assertThat(round.lunch()).isNull();
        assertThat(round.back()).isEqualTo(EIGHT + 50);
    }

    @Test
    void aPauseNeverFallsIntoAVisit() {
        var lunch = new Lunch(new Window(NOON, 730), 45);
        assertThat(day(lunch, visit(1, 300, 0, 1000)).holds(0, List.of(0)))
                .as("the pause at the door at noon, then the visit from 765 to 1065")
                .isTrue();
        assertThat(day(lunch, visit(1, 300, 490, 500)).holds(0, List.of(0))).isFalse();
    }

    @Test
    void loadsSkillsAndHoursBind() {
        assertThat(day(null, visit(1, 10, 0, 1000), visit(1, 10, 0, 1000), visit(1, 10, 0, 1000))
                        .holds(0, List.of(0, 1, 2)))
                .as("a load of 3 in a capacity of 2")
                .isFalse();
        var skilled = new Visit("perfusion", 1, 10, Window.ANY, 0, Set.of("infusion"), 1);
        assertThat(day(null, skilled).holds(0, List.of(0))).isFalse();
        assertThat(day(null, visit(3, 521, 0, 1000)).holds(0, List.of(0)))
                .as("back at 1081, a minute too late")
                .isFalse();
        assertThat(day(null, visit(3, 520, 0, 1000))
                        .of(0, List.of(0))
                        .orElseThrow()
                        .back())
                .isCloseTo(1080, within(1e-9));
    }

    private static Visit visit(int place, double minutes, double from, double until) {
        return new Visit("v" + place, place, minutes, new Window(from, until), 1, Set.of(), 1);
    }

    private static Timetable day(@Nullable Lunch lunch, Visit... visits) {
        var minutes = new double[ROAD.length][ROAD.length];
        for (int from = 0; from < ROAD.length; from++) {
            for (int to = 0; to < ROAD.length; to++) {
                minutes[from][to] = Math.abs(ROAD[from] - ROAD[to]);
            }
        }
        var who = new Professional("nurse", 0, 0, new Window(EIGHT, 1080), 2, Set.of(), lunch);
        return new Timetable(new RoundProblem(List.of(visits), List.of(who), minutes));
    }
}
