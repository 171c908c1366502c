package fr.quartdheure.atlas.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.opening.OpeningPlan.Opened;
import fr.quartdheure.atlas.opening.OpeningPlan.Proof;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.travel.TravelTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Towns far from one another, each with a site of its own that nobody else reaches, and no care today. */
class PlannerTheoryTest {

    private static final List<Double> PEOPLE = List.of(100.0, 700.0, 300.0, 500.0, 200.0);

    /**
     * The four largest are chosen, the largest ones first: 700 and 500, then 300 and 200. Six professionals by need,
     * one at least: one each, then 700/3 = 233 to the first, and 500/3 = 167 to the second before 700/5 = 140.
     */
    @Test
    void theLargestOpenFirstAndProfessionalsFollowNeed() {
        var plan = plan(Benefit.COVERED, List.of(2, 2), new Staff(6, 1, 4, 500));
        assertThat(plan.years().getFirst().opened()).containsExactlyInAnyOrder(new Opened(1, 2), new Opened(3, 2));
        assertThat(plan.years().getLast().opened()).containsExactlyInAnyOrder(new Opened(2, 1), new Opened(4, 1));
        assertThat(plan.today()).isEqualTo(new Access(0, 0, 1800, 4500));
        assertThat(plan.choice()).isEqualTo(new Proof(1700, 1700, true));
        assertThat(plan.order()).isEqualTo(new Proof(1200 + 1700, 1200 + 1700, true));
        var end = plan.years().getLast().after();
        assertThat(end.covered()).isEqualTo(1700);
        assertThat(end.meanApl()).isCloseTo(6 * 500 / 1800.0, within(1e-12));
        // 1000/500 and 1000/700 stay under 2.5, 500/200 is just enough; 500/300 is not.
        assertThat(end.underThreshold()).isEqualTo(1800 - 200);
    }

    /** With 750 consultations to each, only 300 people reach 2.5: that town opens first, whatever follows. */
    @Test
    void theFirstYearLiftsWhomItCan() {
        var plan = plan(Benefit.UNDER_THRESHOLD, List.of(1, 1), new Staff(2, 1, 1, 750));
        assertThat(plan.years().getFirst().opened()).containsExactly(new Opened(2, 1));
        assertThat(plan.years().getFirst().after().underThreshold()).isEqualTo(1500);
        assertThat(plan.years().getLast().opened()).containsExactly(new Opened(4, 1));
        assertThat(plan.order()).isEqualTo(new Proof(1500 + 1300, 1500 + 1300, true));
    }

    @Test
    void whatCannotBeSharedIsRefused() {
        var problem = problem(Benefit.COVERED, 4);
        var planning = Planner.plan(problem, List.of(2, 2), new Staff(3, 1, 4, 500), Watch.PATIENT);
        assertThat(planning)
                .isEqualTo(
                        new Planning.Impossible("3 professionals cannot be shared among 4 sites with 1 to 4 at each"));
        planning = Planner.plan(problem(Benefit.COVERED, 6), List.of(6), new Staff(6, 1, 4, 500), Watch.PATIENT);
        assertThat(planning).isEqualTo(new Planning.Impossible("p 6 is larger than the 5 candidates"));
    }

    private static OpeningPlan plan(Benefit benefit, List<Integer> years, Staff staff) {
        int p = years.stream().mapToInt(Integer::intValue).sum();
        return (OpeningPlan) Planner.plan(problem(benefit, p), years, staff, Watch.PATIENT);
    }

    private static OpeningProblem problem(Benefit benefit, int p) {
        int n = PEOPLE.size();
        var residents = new ArrayList<Resident>();
        var sites = new ArrayList<Site>();
        var minutes = new double[n][n];
        for (int i = 0; i < n; i++) {
            residents.add(new Resident(PEOPLE.get(i), PEOPLE.get(i), 0, TravelTimes.UNREACHABLE));
            sites.add(new Site(Role.CANDIDATE, 0, ""));
            for (int j = 0; j < n; j++) {
                minutes[i][j] = i == j ? 5 : TravelTimes.UNREACHABLE;
            }
        }
        return new OpeningProblem(residents, sites, Grid.reach(minutes), new Aim(benefit, p, Measures.USUAL, Map.of()));
    }
}
