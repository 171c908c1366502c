package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.opening.OpeningPlan.Opened;
import fr.quartdheure.atlas.opening.OpeningPlan.Proof;
import fr.quartdheure.atlas.opening.OpeningPlan.Year;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.OutOfTime;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plans openings over the years: the best set of sites first, then the professionals shared among them by need, then
 * the order in which every year gains most. Thread-safe: it keeps nothing.
 */
public final class Planner {

    private Planner() {}

    /**
     * @param problem the capacities of its candidates are not read: the professionals say what each site offers
     * @param openings of each year, as many as its p together
     * @throws IllegalArgumentException when a site may close: a plan only opens
     */
    public static Planning plan(OpeningProblem problem, List<Integer> openings, Staff staff, Watch watch) {
        int count = openings.stream().mapToInt(Integer::intValue).sum();
        require(problem, openings, count);
        if (staff.professionals() < (long) staff.least() * count
                || staff.professionals() > (long) staff.most() * count) {
            return new Planning.Impossible("%d professionals cannot be shared among %d sites with %d to %d at each"
                    .formatted(staff.professionals(), count, staff.least(), staff.most()));
        }
        double even = count == 0 ? 0 : staff.professionals() * staff.acts() / count;
        return switch (Opening.solve(offering(problem, even), watch)) {
            case Infeasible infeasible -> new Planning.Impossible(infeasible.clash());
            case OutOfTime late -> new Planning.Impossible("time was over before any choice was found");
            case Sited sited -> plan(problem, openings, new Chosen(sited, staff), watch);
        };
    }

    /** What was decided before the order. */
    private record Chosen(Sited sited, Staff staff) {}

    private static void require(OpeningProblem problem, List<Integer> openings, int count) {
        if (problem.aim().p() != count
                || openings.isEmpty()
                || openings.stream().anyMatch(year -> year < 0)) {
            throw new IllegalArgumentException("openings " + openings + " by year are not p "
                    + problem.aim().p() + " together");
        }
        if (problem.allowed().count(Role.CLOSABLE) > 0) {
            throw new IllegalArgumentException("a plan only opens: no site may close in it");
        }
    }

    private static OpeningProblem offering(OpeningProblem problem, double supply) {
        return problem.with(problem.sites().stream()
                .map(site -> site.role().isNew() ? new Site(site.role(), supply, site.area()) : site)
                .toList());
    }

    private static OpeningPlan plan(OpeningProblem problem, List<Integer> openings, Chosen chosen, Watch watch) {
        List<Integer> sites = chosen.sited().opened();
        var reached = new Brought(offering(problem, 0));
        int[] given = new Sharing(reached, sites, chosen.staff()).professionals();
        var staffed = new Brought(staffed(problem, sites, given, chosen.staff()));
        int[] together = openings.stream().mapToInt(Integer::intValue).toArray();
        Arrays.parallelPrefix(together, Integer::sum);
        var order = new Order(staffed, sites, together);
        order.search(watch);
        var opened = Arrays.stream(order.sequence())
                .mapToObj(at -> new Opened(sites.get(at), given[at]))
                .toList();
        Sited set = chosen.sited();
        var choice = new Proof(set.objective(), set.bound(), set.proved());
        var kept = OpeningSearch.kept(problem);
        return new OpeningPlan(staffed.access(kept), years(staffed, opened, together), choice, order.proof());
    }

    private static List<Year> years(Brought staffed, List<Opened> opened, int[] together) {
        var years = new ArrayList<Year>();
        int start = 0;
        for (int end : together) {
            var open = new ArrayList<>(OpeningSearch.kept(staffed.problem()));
            opened.subList(0, end).forEach(one -> open.add(one.site()));
            years.add(new Year(opened.subList(start, end), staffed.access(open)));
            start = end;
        }
        return years;
    }

    private static OpeningProblem staffed(OpeningProblem problem, List<Integer> sites, int[] given, Staff staff) {
        var all = new ArrayList<Site>();
        for (int j = 0; j < problem.sites().size(); j++) {
            Site site = problem.sites().get(j);
            int at = sites.indexOf(j);
            boolean kept = site.role() == Role.KEPT;
            all.add(
                    at >= 0
                            ? new Site(Role.CANDIDATE, given[at] * staff.acts(), "")
                            : kept ? site : new Site(Role.EXCLUDED, 0, ""));
        }
        return problem.with(all);
    }
}
