package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.travel.Pairs;
import java.util.ArrayList;
import java.util.List;

/** Turns the free sites that a solver chose into an answer, and measures that answer anew from the minutes. */
final class Choice {

    private Choice() {}

    /**
     * All sites that open, rising: the required ones, the chosen ones, and, where p asks for more than brings
     * anything, the first of the others.
     */
    static List<Integer> opened(SitingProblem problem, boolean[] chosen, int budget) {
        int left = budget;
        for (boolean one : chosen) {
            left -= one ? 1 : 0;
        }
        var opened = new ArrayList<Integer>();
        for (int j = 0; j < chosen.length; j++) {
            Role role = problem.sites().get(j).role();
            boolean fill = !chosen[j] && role.isFree() && left > 0;
            if (fill) {
                left--;
            }
            if (role == Role.REQUIRED || chosen[j] || fill) {
                opened.add(j);
            }
        }
        return List.copyOf(opened);
    }

    /** The objective when these sites and the kept ones are open, without regard to capacities. */
    static double value(SitingProblem problem, List<Integer> opened) {
        if (problem.question().objective() == Objective.LSCP) {
            return opened.size();
        }
        var isOpen = new boolean[problem.sites().size()];
        for (int j = 0; j < isOpen.length; j++) {
            isOpen[j] = problem.sites().get(j).role() == Role.KEPT;
        }
        opened.forEach(j -> isOpen[j] = true);
        double value = 0;
        for (int i = 0; i < problem.needs().size(); i++) {
            double inhabitants = problem.needs().get(i).inhabitants();
            if (inhabitants > 0) {
                double nearest = nearest(problem.reach(), i, isOpen);
                value = switch (problem.question().objective()) {
                    case MCLP -> value + (nearest <= problem.question().minutes() ? inhabitants : 0);
                    case PMEDIAN -> value + inhabitants * nearest;
                    case PCENTER -> Math.max(value, nearest);
                    case LSCP -> value;
                };
            }
        }
        return value;
    }

    private static double nearest(Pairs reach, int place, boolean[] isOpen) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = reach.start(place); k < reach.start(place + 1); k++) {
            if (isOpen[reach.destination(k)]) {
                nearest = Math.min(nearest, reach.length(k));
            }
        }
        return nearest;
    }
}
