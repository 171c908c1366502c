package fr.quartdheure.atlas.opening;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlannerPropertyTest {

    /** No other order of the same sites with the same professionals has a greater sum over the years. */
    @Property(tries = 150)
    void noOrderIsBetter(@ForAll Benefit benefit, @ForAll long seed) {
        var random = new Random(seed);
        var given = opensOnly(Grid.random(random, benefit));
        int p = given.aim().p();
        var years = List.of(p / 2, p - p / 2);
        if (!(Planner.plan(given, years, new Staff(3 * p, 1, 6, 400), Watch.PATIENT) instanceof OpeningPlan plan)) {
            return;
        }
        var opened =
                plan.years().stream().flatMap(year -> year.opened().stream()).toList();
        assertThat(opened).hasSize(p);
        assertThat(opened.stream().mapToInt(OpeningPlan.Opened::professionals).sum())
                .isEqualTo(3 * p);
        assertThat(plan.order().proved()).isTrue();
        var sites = new ArrayList<>(given.sites().stream()
                .map(site -> site.role() == Role.KEPT ? site : new Site(Role.EXCLUDED, 0, ""))
                .toList());
        opened.forEach(one -> sites.set(one.site(), new Site(Role.CANDIDATE, one.professionals() * 400.0, "")));
        var staffed = given.with(sites);
        double first = plan.years().getFirst().after().by(benefit);
        for (int mask = 0; mask < 1 << p; mask++) {
            if (Integer.bitCount(mask) == p / 2) {
                double other = Opening.access(staffed, some(opened, mask)).by(benefit);
                double better = benefit.isGain() ? other - first : first - other;
                assertThat(better).isLessThanOrEqualTo(1e-5);
            }
        }
    }

    private static List<Integer> some(List<OpeningPlan.Opened> opened, int mask) {
        var some = new ArrayList<Integer>();
        for (int k = 0; k < opened.size(); k++) {
            if ((mask >> k & 1) == 1) {
                some.add(opened.get(k).site());
            }
        }
        return some;
    }

    private static OpeningProblem opensOnly(OpeningProblem problem) {
        return problem.with(problem.sites().stream()
                .map(site ->
                        site.role() == Role.CLOSABLE ? new Site(Role.CANDIDATE, site.capacity(), site.area()) : site)
                .toList());
    }
}
