package fr.quartdheure.atlas.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.Quota;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.atlas.travel.TravelTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Four places on a line with sites in the last three: 12 minutes (weight 2/3) from one to the next, out of reach beyond.
 * 300, 600, 300 and 900 people, the last with 2 consultations a year each, the others with 1; the threshold is 2.5.
 */
class OpeningTheoryTest {

    private static final double[] PEOPLE = {300, 600, 300, 900};
    private static final double[] APL = {1, 1, 1, 2};
    private static final double SUPPLY = 1200;

    /**
     * The second place is reached by 600 + 2/3·(300 + 300) = 1,000: 1.2 there, 0.8 beside it, nobody reaches 2.5, and
     * every consultation counts. The last one by 900 + 2/3·300 = 1,100: 900·0.5 + 300·0.7273 count of 1,200. The third
     * by 300 + 2/3·(600 + 900) = 1,300: 0.9231 and 2/3 of it, 0.6154 for the last place where 0.5 count.
     */
    @Test
    void theGainIsWhatDoesNotLiftAnybodyAboveTheThreshold() {
        assertThat(gain(1)).isCloseTo(SUPPLY, within(1e-9));
        assertThat(gain(3)).isCloseTo(900 * 0.5 + 300 * 2 / 3.0 * 1200 / 1100, within(1e-9));
        assertThat(gain(2)).isCloseTo(SUPPLY - 900 * (2 / 3.0 * 1200 / 1300 - 0.5), within(1e-9));
        var sited = sited(Benefit.APL_GAIN, 1, Map.of());
        assertThat(sited.opened()).containsExactly(1);
        assertThat(sited.objective()).isCloseTo(SUPPLY, within(1e-9));
        assertThat(sited.proved()).isTrue();
    }

    /** Whichever site opens, Σ people·APL grows by its 1,200 consultations: the mean APL tells no site from another. */
    @Test
    void everySiteThatIsReachedRaisesTheMeanAlike() {
        for (int site = 1; site <= 3; site++) {
            var access = Opening.access(problem(Benefit.APL_GAIN, 1, Map.of()), List.of(site));
            assertThat(access.meanApl()).isCloseTo((300 + 600 + 300 + 1800 + SUPPLY) / 2100, within(1e-12));
        }
    }

    /** Only the site in the last place, or beside it, brings anybody to 2.5: the 900 there. */
    @Test
    void theThresholdCountsOnlyWhoReachesIt() {
        var sited = sited(Benefit.UNDER_THRESHOLD, 1, Map.of());
        assertThat(sited.objective()).isEqualTo(1200);
        assertThat(sited.opened()).hasSize(1).isSubsetOf(2, 3);
    }

    /** At the second and the third place the 600 get 1 + 1.2 + 0.6154, the 300 of the third 1 + 0.8 + 0.9231. */
    @Test
    void twoSitesLiftTogetherWhomNeitherLiftsAlone() {
        var sited = sited(Benefit.UNDER_THRESHOLD, 2, Map.of());
        assertThat(sited.opened()).containsExactly(1, 2);
        assertThat(sited.objective()).isEqualTo(300);
        assertThat(sited.proved()).isTrue();
    }

    @Test
    void aQuotaKeepsTheBestSiteOut() {
        var sited = sited(Benefit.APL_GAIN, 1, Map.of("b", new Quota(0, 0)));
        assertThat(sited.opened()).containsExactly(2);
        var clash = Opening.solve(problem(Benefit.APL_GAIN, 1, Map.of("b", new Quota(2, 2))), Watch.PATIENT);
        assertThat(((Infeasible) clash).clash()).isEqualTo("b must have 2 new sites and has 1 candidates");
    }

    /** Its own solver covers the 300, 600 and 300 around the second place. */
    @Test
    void coveringIsAnsweredToo() {
        var sited = sited(Benefit.COVERED, 1, Map.of());
        assertThat(sited.objective()).isEqualTo(1800);
        assertThat(sited.opened()).containsExactly(2);
    }

    /** The closable site moves from the end of the line, where part of its supply counts for nothing. */
    @Test
    void aSiteThatClosesTakesItsSupplyAway() {
        var sites = List.of(
                new Site(Role.EXCLUDED, SUPPLY, ""),
                new Site(Role.CANDIDATE, SUPPLY, ""),
                new Site(Role.EXCLUDED, SUPPLY, ""),
                new Site(Role.CLOSABLE, SUPPLY, ""));
        var sited = (Sited) Opening.solve(problem(Benefit.APL_GAIN, 0, Map.of()).with(sites), Watch.PATIENT);
        assertThat(sited.opened()).containsExactly(1);
        assertThat(sited.objective()).isCloseTo(SUPPLY - gain(3), within(1e-9));
    }

    private static double gain(int site) {
        var problem = problem(Benefit.APL_GAIN, 1, Map.of());
        return Opening.access(problem, List.of()).missing()
                - Opening.access(problem, List.of(site)).missing();
    }

    private static Sited sited(Benefit benefit, int p, Map<String, Quota> quotas) {
        return (Sited) Opening.solve(problem(benefit, p, quotas), Watch.PATIENT);
    }

    private static OpeningProblem problem(Benefit benefit, int p, Map<String, Quota> quotas) {
        var residents = new ArrayList<Resident>();
        var minutes = new double[4][4];
        for (int i = 0; i < 4; i++) {
            residents.add(new Resident(PEOPLE[i], PEOPLE[i], APL[i], TravelTimes.UNREACHABLE));
            for (int j = 0; j < 4; j++) {
                minutes[i][j] = Math.abs(i - j) > 1 ? TravelTimes.UNREACHABLE : 12.0 * Math.abs(i - j);
            }
        }
        var sites = List.of(
                new Site(Role.EXCLUDED, SUPPLY, "a"),
                new Site(Role.CANDIDATE, SUPPLY, "b"),
                new Site(Role.CANDIDATE, SUPPLY, "c"),
                new Site(Role.CANDIDATE, SUPPLY, "d"));
        return new OpeningProblem(residents, sites, Grid.reach(minutes), new Aim(benefit, p, Measures.USUAL, quotas));
    }
}
