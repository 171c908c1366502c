package fr.quartdheure.atlas.siting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Five places on a line, ten minutes apart, with 10, 20, 30, 5 and 5 inhabitants; each may have a site. */
class SitingTheoryTest {

    private static final double[] INHABITANTS = {10, 20, 30, 5, 5};

    /** The second place covers itself and its neighbours: 10 + 20 + 30. */
    @Test
    void coveringTakesTheHeaviestNeighbourhood() {
        assertThat(sited(Objective.MCLP, 1)).isEqualTo(new Sited(60, 60, true, List.of(1)));
        assertThat(sited(Objective.MCLP, 2).objective()).isEqualTo(70);
    }

    /** Half of 70 lies at the third place: 10·20 + 20·10 + 5·10 + 5·20. */
    @Test
    void theMedianStandsWhereHalfTheInhabitantsAre() {
        assertThat(sited(Objective.PMEDIAN, 1)).isEqualTo(new Sited(550, 550, true, List.of(2)));
    }

    @Test
    void theCentreStandsInTheMiddle() {
        assertThat(sited(Objective.PCENTER, 1)).isEqualTo(new Sited(20, 20, true, List.of(2)));
        assertThat(sited(Objective.PCENTER, 2).objective()).isEqualTo(10);
        assertThat(sited(Objective.PCENTER, 5).objective()).isZero();
    }

    @Test
    void twoSitesPutEverybodyWithinTenMinutes() {
        assertThat(sited(Objective.LSCP, 0).objective()).isEqualTo(2);
    }

    /** A site that stays covers 55; the first or the second place adds 10, the last one only 5. */
    @Test
    void whatExistsIsKeptAndNotCounted() {
        Role[] roles = {Role.CANDIDATE, Role.CANDIDATE, Role.KEPT};
        var sited = (Sited) Siting.solve(Cases.line(ask(Objective.MCLP, 1), roles, INHABITANTS), Watch.PATIENT);
        assertThat(sited.objective()).isEqualTo(65);
        assertThat(sited.opened()).hasSize(1).isSubsetOf(0, 1);
    }

    /** Forced to the end of the line, a site covers 10; the other one of two takes 20 + 30 + 5 less what is covered. */
    @Test
    void requiredAndExcludedSitesAreObeyed() {
        Role[] roles = {Role.EXCLUDED, Role.EXCLUDED, Role.CANDIDATE, Role.CANDIDATE, Role.REQUIRED};
        var sited = (Sited) Siting.solve(Cases.line(ask(Objective.MCLP, 2), roles, INHABITANTS), Watch.PATIENT);
        assertThat(sited.opened()).containsExactly(2, 4);
        assertThat(sited.objective()).isEqualTo(60);
    }

    /** Moving the closable site from the end to the second place covers 60 instead of 10. */
    @Test
    void aSiteThatMayCloseMoves() {
        Role[] roles = {Role.CANDIDATE, Role.CANDIDATE, Role.CANDIDATE, Role.CANDIDATE, Role.CLOSABLE};
        var sited = (Sited) Siting.solve(Cases.line(ask(Objective.MCLP, 0), roles, INHABITANTS), Watch.PATIENT);
        assertThat(sited).isEqualTo(new Sited(60, 60, true, List.of(1)));
    }

    /** 45 consultations a year at the second place serve 45 of the 60 inhabitants around it. */
    @Test
    void aCapacityLimitsWhoIsServed() {
        var sited = (Sited) Siting.solve(limited(Objective.MCLP, 1, 45, Map.of()), Watch.PATIENT);
        assertThat(sited.objective()).isEqualTo(45);
    }

    @Test
    void clashesAreNamed() {
        assertThat(clash(Cases.line(ask(Objective.MCLP, 6), new Role[0], INHABITANTS)))
                .isEqualTo("p 6 is larger than the 5 candidates");
        assertThat(clash(limited(Objective.PMEDIAN, 2, 30, Map.of())))
                .contains("capacity", "needs 70 consultations", "offer 60");
        assertThat(clash(limited(Objective.MCLP, 2, 30, Map.of("66", new Quota(3, 4)))))
                .contains("must have 3 new sites", "p is only 2");
        assertThat(clash(limited(Objective.MCLP, 2, 30, Map.of("66", new Quota(0, 1)))))
                .contains("may have 1 new sites", "p is 2");
        Role[] none = {Role.EXCLUDED, Role.EXCLUDED, Role.CANDIDATE, Role.EXCLUDED, Role.EXCLUDED};
        assertThat(clash(Cases.line(ask(Objective.LSCP, 0), none, INHABITANTS)))
                .contains("2 inhabited places reach no site within 10.0 minutes");
    }

    /** Everybody fits in 40 + 40 consultations, but not within 10 minutes of two sites: 60 live around the second. */
    @Test
    void aClashThatOnlySolvingShowsIsNamedToo() {
        var problem = limited(Objective.LSCP, 0, 8, Map.of());
        assertThat(clash(problem)).contains("capacity");
        assertThat(clash(limited(Objective.PCENTER, 2, 70, Map.of("66", new Quota(0, 1)))))
                .contains("areas");
    }

    private static SitingProblem limited(Objective objective, int p, double capacity, Map<String, Quota> quotas) {
        var line = Cases.line(ask(objective, p), new Role[0], INHABITANTS);
        var sites = line.sites().stream()
                .map(site -> new Site(site.role(), capacity, "66"))
                .toList();
        return new SitingProblem(line.needs(), sites, line.reach(), new Question(objective, p, 10, quotas));
    }

    private static String clash(SitingProblem problem) {
        return ((Infeasible) Siting.solve(problem, Watch.PATIENT)).clash();
    }

    private static Sited sited(Objective objective, int p) {
        return (Sited) Siting.solve(Cases.line(ask(objective, p), new Role[0], INHABITANTS), Watch.PATIENT);
    }

    private static Question ask(Objective objective, int p) {
        return new Question(objective, p, 10, Map.of());
    }
}
