package fr.quartdheure.atlas.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SitingPropertyTest {

    @Property(tries = 400)
    void withoutLimitsTheAnswerIsTheBestOfAllChoices(@ForAll Objective objective, @ForAll long seed) {
        theAnswerIsTheBestOfAllChoices(Cases.random(new Random(seed), objective, false));
    }

    @Property(tries = 300)
    void withCapacitiesAndQuotasToo(@ForAll Objective objective, @ForAll long seed) {
        theAnswerIsTheBestOfAllChoices(Cases.random(new Random(seed), objective, true));
    }

    private static void theAnswerIsTheBestOfAllChoices(SitingProblem problem) {
        var best = EveryChoice.best(problem);
        SitingOutcome outcome = Siting.solve(problem, Watch.PATIENT);
        if (best.isEmpty()) {
            assertThat(outcome).isInstanceOf(SitingOutcome.Infeasible.class);
        } else {
            assertThat(outcome).isInstanceOf(Sited.class);
            var sited = (Sited) outcome;
            assertThat(sited.objective()).isCloseTo(best.getAsDouble(), within(1e-5));
            assertThat(sited.proved()).isTrue();
            assertThat(sited.gap()).isZero();
        }
    }

    @Property(tries = 100)
    void moreMinutesAndMoreSitesNeverCoverFewer(
            @ForAll long seed, @ForAll @IntRange(max = 20) int minutes, @ForAll @IntRange(min = 1, max = 5) int more) {
        var problem = Cases.line(question(2, minutes), new Role[0], inhabitants(seed));
        double covered = covered(problem);
        assertThat(covered(problem.asking(question(2, minutes + more)))).isGreaterThanOrEqualTo(covered);
        assertThat(covered(problem.asking(question(2 + more, minutes)))).isGreaterThanOrEqualTo(covered);
    }

    private static Question question(int p, double minutes) {
        return new Question(Objective.MCLP, p, minutes, Map.of());
    }

    private static double[] inhabitants(long seed) {
        return new Random(seed).ints(12, 0, 100).asDoubleStream().toArray();
    }

    private static double covered(SitingProblem problem) {
        return ((Sited) Siting.solve(problem, Watch.PATIENT)).objective();
    }
}
