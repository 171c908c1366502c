package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.Need;
import fr.quartdheure.atlas.siting.Objective;
import fr.quartdheure.atlas.siting.Question;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.siting.Siting;
import fr.quartdheure.atlas.siting.SitingOutcome;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.atlas.siting.SitingProblem;
import java.util.List;

/** Answers which sites to open so that they bring most, exactly. Thread-safe: it keeps nothing. */
public final class Opening {

    private Opening() {}

    /** @param watch stops the search early and hears of its progress */
    public static SitingOutcome solve(OpeningProblem problem, Watch watch) {
        var clash = problem.allowed().clash();
        if (clash.isPresent()) {
            return new Infeasible(clash.get());
        }
        return problem.aim().benefit() == Benefit.COVERED
                ? cover(problem, watch)
                : new OpeningSearch(problem, watch).solve();
    }

    /** How the people stand with these sites open beside what is kept. */
    public static Access access(OpeningProblem problem, List<Integer> open) {
        var brought = new Brought(problem);
        return brought.access(OpeningSearch.with(OpeningSearch.kept(problem), open));
    }

    /** Maximum covering has a solver of its own; it is asked about those who are not covered yet. */
    private static SitingOutcome cover(OpeningProblem problem, Watch watch) {
        double covered = problem.residents().stream()
                .filter(resident -> isCovered(problem, resident))
                .mapToDouble(Resident::inhabitants)
                .sum();
        return switch (Siting.solve(covering(problem), watch)) {
            case Sited sited ->
                new Sited(sited.objective() + covered, sited.bound() + covered, sited.proved(), sited.opened());
            case SitingOutcome other -> other;
        };
    }

    private static SitingProblem covering(OpeningProblem problem) {
        var needs = problem.residents().stream()
                .map(resident -> new Need(isCovered(problem, resident) ? 0 : resident.inhabitants(), 0))
                .toList();
        var sites = problem.sites().stream()
                .map(site -> new Site(site.role(), Double.POSITIVE_INFINITY, site.area()))
                .toList();
        Aim aim = problem.aim();
        var question = new Question(Objective.MCLP, aim.p(), aim.measures().minutes(), aim.quotas());
        return new SitingProblem(needs, sites, problem.reach(), question);
    }

    private static boolean isCovered(OpeningProblem problem, Resident resident) {
        return resident.nearest() <= problem.aim().measures().minutes();
    }
}
