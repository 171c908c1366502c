package fr.quartdheure.atlas.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class OpeningPropertyTest {

    @Property(tries = 400)
    void theAnswerIsTheBestOfAllChoices(@ForAll Benefit benefit, @ForAll long seed) {
        var problem = Grid.random(new Random(seed), benefit);
        var best = new EveryOpening(problem).best();
        var outcome = Opening.solve(problem, Watch.PATIENT);
        if (best.isEmpty()) {
            assertThat(outcome).isInstanceOf(Infeasible.class);
        } else {
            var sited = (Sited) outcome;
            assertThat(sited.objective()).isCloseTo(best.getAsDouble(), within(1e-5));
            assertThat(sited.proved()).isTrue();
            assertThat(sited.gap()).isZero();
        }
    }

    @Property(tries = 200)
    void neverWorseThanGreedyEvenWithoutTime(@ForAll Benefit benefit, @ForAll long seed) {
        var problem = Grid.random(new Random(seed), benefit);
        if (benefit == Benefit.COVERED || problem.allowed().clash().isPresent()) {
            return;
        }
        var brought = new Brought(problem);
        var allowed = problem.allowed();
        var sums = Sums.of(brought, OpeningSearch.always(problem), allowed.free(), allowed.budget());
        var greedy = new Interchange(sums, allowed, allowed.free());
        greedy.choose();
        double sign = benefit.isGain() ? 1 : -1;
        double empty = brought.access(OpeningSearch.always(problem)).by(benefit);
        double today = benefit.isGain() ? todayMissing(problem, brought) : 0;
        Watch hurried = () -> 0;
        var sited = (Sited) Opening.solve(problem, hurried);
        double byGreedy = sign * empty + greedy.value() + today;
        assertThat(sign * sited.objective()).isGreaterThanOrEqualTo(byGreedy - 1e-6);
        assertThat(sign * sited.bound()).isGreaterThanOrEqualTo(sign * sited.objective() - 1e-6);
        var best = new EveryOpening(problem).best().orElseThrow();
        assertThat(sign * sited.bound()).isGreaterThanOrEqualTo(sign * best - 1e-5);
    }

    private static double todayMissing(OpeningProblem problem, Brought brought) {
        var roles = List.of(Role.KEPT, Role.CLOSABLE);
        return brought.access(OpeningSearch.having(problem, roles)).missing();
    }

    @Property(tries = 200)
    void moreSupplyNeverHurts(@ForAll long seed, @ForAll @DoubleRange(min = 1, max = 3) double times) {
        var problem = Grid.random(new Random(seed), Benefit.UNDER_THRESHOLD);
        var more = problem.with(problem.sites().stream()
                .map(site -> new Site(site.role(), site.capacity() * times, site.area()))
                .toList());
        if (Opening.solve(problem, Watch.PATIENT) instanceof Sited sited) {
            var other = (Sited) Opening.solve(more, Watch.PATIENT);
            assertThat(other.objective()).isLessThanOrEqualTo(sited.objective());
        }
    }
}
