package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.Allowed;
import fr.quartdheure.atlas.siting.Mip;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** The benefits of the APL: interchange for a first choice, a mixed-integer model for a better one and the proof. */
final class OpeningSearch {

    private static final double PROVED = 1e-6;

    private final OpeningProblem problem;
    private final Allowed allowed;
    private final Brought brought;
    private final Watch watch;
    private final int[] free;
    private final Sums sums;

    OpeningSearch(OpeningProblem problem, Watch watch) {
        this.problem = problem;
        this.allowed = problem.allowed();
        this.brought = new Brought(problem);
        this.watch = watch;
        this.free = allowed.free();
        this.sums = Sums.of(brought, always(problem), free, allowed.budget());
    }

    /** What is open whatever is chosen. */
    static List<Integer> always(OpeningProblem problem) {
        return having(problem, List.of(Role.KEPT, Role.REQUIRED));
    }

    static List<Integer> kept(OpeningProblem problem) {
        return having(problem, List.of(Role.KEPT));
    }

    static List<Integer> having(OpeningProblem problem, List<Role> roles) {
        return IntStream.range(0, problem.sites().size())
                .filter(j -> roles.contains(problem.sites().get(j).role()))
                .boxed()
                .toList();
    }

    static List<Integer> with(Collection<Integer> some, Collection<Integer> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    Sited solve() {
        var search = new Interchange(sums, allowed, free);
        search.choose();
        search.improve(watch);
        boolean[] best = search.chosen();
        double found = search.value();
        watch.hear(told(found), told(sums.most()));
        var model = model(best);
        Mip.End end = model.run(watch);
        double bound = Math.min(sums.most(), model.bound());
        if (end == Mip.End.OPTIMAL || end == Mip.End.FEASIBLE) {
            boolean[] other = model.open(0);
            double value = value(other);
            best = value > found ? other : best;
            found = Math.max(value, found);
        }
        watch.hear(told(found), told(bound));
        return sited(best, found, bound);
    }

    private SumsModel model(boolean[] known) {
        var model = new SumsModel(sums);
        model.addYear(allowed.budget(), known);
        allowed.quotas().forEach((area, quota) -> {
            long required = allowed.count(Role.REQUIRED, area);
            int[] there = IntStream.range(0, free.length)
                    .filter(k -> isNewIn(allowed.sites().get(free[k]), area))
                    .toArray();
            model.limit(there, quota.least() - required, quota.most() - required);
        });
        return model;
    }

    private static boolean isNewIn(Site site, String area) {
        return site.role() == Role.CANDIDATE && site.area().equals(area);
    }

    private double value(boolean[] chosen) {
        var filling = new Filling(sums);
        for (int k = 0; k < chosen.length; k++) {
            if (chosen[k]) {
                filling.open(k);
            }
        }
        return filling.value();
    }

    /** Measured anew from the minutes: a solver's last digits must not lift a commune. */
    private Sited sited(boolean[] chosen, double found, double bound) {
        var opened = IntStream.range(0, chosen.length)
                .filter(k -> chosen[k])
                .mapToObj(k -> free[k])
                .toList();
        var all = with(having(problem, List.of(Role.REQUIRED)), opened).stream()
                .sorted()
                .toList();
        double value = measured(with(always(problem), opened)) - today();
        boolean proved = bound - found <= PROVED * Math.max(1, Math.abs(found));
        double shift = value - told(found);
        return new Sited(value, proved ? value : told(bound) + shift, proved, all);
    }

    /** A value of the sums in the unit of the benefit. */
    private double told(double filled) {
        double base = measured(always(problem));
        return problem.aim().benefit().isGain() ? base - today() + filled : base - filled;
    }

    private double measured(Collection<Integer> open) {
        return brought.access(open).by(problem.aim().benefit());
    }

    /** What a gain is counted from: everything that is open now. */
    private double today() {
        return problem.aim().benefit().isGain() ? measured(having(problem, List.of(Role.KEPT, Role.CLOSABLE))) : 0;
    }
}
