package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.accessibility.Distribution;
import fr.quartdheure.atlas.accessibility.Index;
import fr.quartdheure.atlas.siting.Role;
import java.util.OptionalDouble;

/** The best value by looking at every choice, each APL computed from the start. Shares no code with the solvers. */
final class EveryOpening {

    private final OpeningProblem problem;

    EveryOpening(OpeningProblem problem) {
        this.problem = problem;
    }

    /** Empty when no choice is feasible. */
    OptionalDouble best() {
        OptionalDouble best = OptionalDouble.empty();
        boolean most = problem.aim().benefit() != Benefit.UNDER_THRESHOLD;
        int sites = problem.sites().size();
        for (int mask = 0; mask < 1 << sites; mask++) {
            if (isAllowed(mask)) {
                double value = value(mask);
                boolean better = best.isEmpty() || (most ? value > best.getAsDouble() : value < best.getAsDouble());
                best = better ? OptionalDouble.of(value) : best;
            }
        }
        return best;
    }

    private boolean isAllowed(int mask) {
        int opened = 0;
        int closed = 0;
        for (int j = 0; j < problem.sites().size(); j++) {
            boolean open = (mask >> j & 1) == 1;
            switch (problem.sites().get(j).role()) {
                case KEPT, REQUIRED -> {
                    if (!open) {
                        return false;
                    }
                    opened += problem.sites().get(j).role() == Role.REQUIRED ? 1 : 0;
                }
                case EXCLUDED -> {
                    if (open) {
                        return false;
                    }
                }
                case CANDIDATE -> opened += open ? 1 : 0;
                case CLOSABLE -> closed += open ? 0 : 1;
            }
        }
        return opened - closed == problem.aim().p() && fitsQuotas(mask) && isPossible();
    }

    /** More than all candidates may not be asked, even where a site could close. */
    private boolean isPossible() {
        long required = problem.allowed().count(Role.REQUIRED);
        return required <= problem.aim().p()
                && problem.aim().p() <= required + problem.allowed().count(Role.CANDIDATE);
    }

    private boolean fitsQuotas(int mask) {
        return problem.aim().quotas().entrySet().stream().allMatch(entry -> {
            int count = 0;
            for (int j = 0; j < problem.sites().size(); j++) {
                var site = problem.sites().get(j);
                boolean isNew = site.role() == Role.CANDIDATE || site.role() == Role.REQUIRED;
                count += (mask >> j & 1) == 1 && isNew && site.area().equals(entry.getKey()) ? 1 : 0;
            }
            return count >= entry.getValue().least()
                    && count <= entry.getValue().most();
        });
    }

    private double value(int mask) {
        return switch (problem.aim().benefit()) {
            case COVERED -> covered(mask);
            case APL_GAIN -> accessible(mask) - accessible(today());
            case UNDER_THRESHOLD -> under(mask);
        };
    }

    private int today() {
        int mask = 0;
        for (int j = 0; j < problem.sites().size(); j++) {
            Role role = problem.sites().get(j).role();
            mask |= role == Role.KEPT || role == Role.CLOSABLE ? 1 << j : 0;
        }
        return mask;
    }

    private double[] apl(int mask) {
        var supply = new double[problem.sites().size()];
        for (int j = 0; j < supply.length; j++) {
            supply[j] = (mask >> j & 1) == 1 ? problem.sites().get(j).capacity() : 0;
        }
        double[] people =
                problem.residents().stream().mapToDouble(Resident::standardised).toArray();
        double[] apl = Index.APL.of(problem.reach(), people, supply, 20);
        for (int i = 0; i < apl.length; i++) {
            apl[i] += problem.residents().get(i).apl();
        }
        return apl;
    }

    private double accessible(int mask) {
        double[] apl = apl(mask);
        double sum = 0;
        for (int i = 0; i < apl.length; i++) {
            sum += problem.residents().get(i).standardised() * Math.min(Distribution.DESERT_2017, apl[i]);
        }
        return sum;
    }

    private double under(int mask) {
        double[] apl = apl(mask);
        double sum = 0;
        for (int i = 0; i < apl.length; i++) {
            sum += apl[i] < Distribution.DESERT_2017 - 1e-9
                    ? problem.residents().get(i).inhabitants()
                    : 0;
        }
        return sum;
    }

    private double covered(int mask) {
        double sum = 0;
        for (int i = 0; i < problem.residents().size(); i++) {
            double nearest = problem.residents().get(i).nearest();
            for (int k = problem.reach().start(i); k < problem.reach().start(i + 1); k++) {
                boolean open = (mask >> problem.reach().destination(k) & 1) == 1;
                nearest = open ? Math.min(nearest, problem.reach().length(k)) : nearest;
            }
            sum += nearest <= 15 ? problem.residents().get(i).inhabitants() : 0;
        }
        return sum;
    }
}
