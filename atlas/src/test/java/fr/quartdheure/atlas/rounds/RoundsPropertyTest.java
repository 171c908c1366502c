package fr.quartdheure.atlas.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random days: whatever is planned, no hard rule is broken. */
class RoundsPropertyTest {

    private static final double SLACK = 1e-4;

    @Property(tries = 25)
    void aPlanBreaksNoRuleAndForgetsNobody(@ForAll @IntRange(max = 100_000) int seed) {
        var problem = day(new Random(seed), 14);
        check(problem, Rounds.plan(problem, limit(0.3)));
    }

    @Property(tries = 40)
    void oneVisitMoreMovesAtMostThreeOthers(@ForAll @IntRange(max = 100_000) int seed) {
        var random = new Random(seed);
        var whole = day(random, 13);
        var before = new RoundProblem(whole.visits().subList(0, 12), whole.professionals(), whole.minutes());
        RoundPlan plan = Rounds.plan(before, limit(0.1));
        Set<Integer> kept = new HashSet<>();
        plan.rounds().forEach(round -> kept.add(round.calls().getFirst().visit()));
        RoundPlan after = Rounds.add(whole, plan.rounds(), kept, 3);
        check(whole, after);
        Map<Integer, Integer> then = hands(after);
        var moved = hands(plan);
        moved.entrySet().removeIf(one -> one.getValue().equals(then.get(one.getKey())));
        assertThat(moved).hasSizeLessThanOrEqualTo(3);
        assertThat(moved.keySet()).doesNotContainAnyElementsOf(kept);
        assertThat(after.rounds().stream().map(round -> round.calls().getFirst().visit()))
                .as("whoever is on her way to somebody goes there first")
                .containsAll(kept);
        assertThat(after.unfitted().stream().map(Unfitted::visit).filter(visit -> visit < 12))
                .as("nobody loses her visit to a newcomer")
                .containsExactlyInAnyOrderElementsOf(
                        plan.unfitted().stream().map(Unfitted::visit).toList());
    }

    private static Map<Integer, Integer> hands(RoundPlan plan) {
        var hands = new HashMap<Integer, Integer>();
        plan.rounds().forEach(round -> round.calls().forEach(call -> hands.put(call.visit(), round.professional())));
        return hands;
    }

    private static void check(RoundProblem problem, RoundPlan plan) {
        var seen = new ArrayList<Integer>();
        for (Round round : plan.rounds()) {
            Professional who = problem.professionals().get(round.professional());
            int place = who.start();
            double time = round.leaves();
            assertThat(time).isGreaterThanOrEqualTo(who.hours().from() - SLACK);
            double load = 0;
            for (Call call : round.calls()) {
                Visit visit = problem.visits().get(call.visit());
                seen.add(call.visit());
                load += visit.load();
                assertThat(call.begin()).isGreaterThanOrEqualTo(time + problem.minutes(place, visit.place()) - SLACK);
                assertThat(call.begin())
                        .isBetween(visit.window().from() - SLACK, visit.window().until() + SLACK);
                assertThat(call.end()).isEqualTo(call.begin() + visit.minutes());
                assertThat(who.skills()).containsAll(visit.skills());
                time = call.end();
                place = visit.place();
            }
            assertThat(load).isLessThanOrEqualTo(who.capacity());
            assertThat(round.back()).isGreaterThanOrEqualTo(time + problem.minutes(place, who.end()) - SLACK);
            assertThat(round.back()).isLessThanOrEqualTo(who.hours().until() + SLACK);
            checkLunch(who, round);
        }
        plan.unfitted().forEach(one -> seen.add(one.visit()));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, problem.visits().size()).boxed().toList());
    }

    private static void checkLunch(Professional who, Round round) {
        Lunch lunch = who.lunch();
        if (lunch == null || round.lunch() == null) {
            assertThat(lunch == null || round.back() <= lunch.window().until() + SLACK)
                    .isTrue();
            return;
        }
        double begun = round.lunch();
        assertThat(begun)
                .isBetween(lunch.window().from() - SLACK, lunch.window().until() + SLACK);
        assertThat(round.calls())
                .as("no visit during the pause")
                .allMatch(call -> call.end() <= begun + SLACK || call.begin() >= begun + lunch.minutes() - SLACK);
    }

    private static RoundProblem day(Random random, int visits) {
        int places = visits + 1;
        var x = random.doubles(places, 0, 40).toArray();
        var y = random.doubles(places, 0, 40).toArray();
        var minutes = new double[places][places];
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                minutes[from][to] = Math.hypot(x[from] - x[to], y[from] - y[to]);
            }
        }
        var asked = new ArrayList<Visit>();
        for (int visit = 0; visit < visits; visit++) {
            double from = 480 + random.nextInt(400);
            Set<String> skills = random.nextInt(4) == 0 ? Set.of("infusion") : Set.of();
            asked.add(new Visit(
                    "v" + visit,
                    visit + 1,
                    10 + random.nextInt(40),
                    new Window(from, from + 30 + random.nextInt(200)),
                    1,
                    skills,
                    1 + random.nextInt(3)));
        }
        var lunch = new Lunch(new Window(690, 780), 45);
        var hours = new Window(480, 1020);
        return new RoundProblem(
                asked,
                List.of(
                        new Professional("able", 0, 0, hours, 8, Set.of("infusion"), lunch),
                        new Professional("other", 0, 0, hours, 6, Set.of(), null)),
                minutes);
    }

    private static Watch limit(double seconds) {
        long begun = System.nanoTime();
        return () -> seconds - (System.nanoTime() - begun) / 1e9;
    }
}
