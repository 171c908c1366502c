package fr.quartdheure.atlas.siting;

import java.util.List;

/** What came of a siting. */
public sealed interface SitingOutcome {

    /**
     * The sites to open.
     *
     * @param objective the value of the choice, in the unit of the {@link Objective}
     * @param bound no choice is better than this; equal to the objective when proved
     * @param proved whether no choice can be better, up to one part in a million
     * @param opened the numbers of the candidates to open, required ones and closable ones that stay included, rising
     */
    record Sited(double objective, double bound, boolean proved, List<Integer> opened) implements SitingOutcome {

        /** How much better a choice could still be at most, as a share of the objective. */
        public double gap() {
            return objective == bound ? 0 : Math.abs(objective - bound) / Math.max(Math.abs(objective), 1e-9);
        }
    }

    /** No choice satisfies everything that is asked: the sentence says what clashes, with its figures. */
    record Infeasible(String clash) implements SitingOutcome {}

    /** Time was over before any choice that satisfies everything was found; the bound holds all the same. */
    record OutOfTime(double bound) implements SitingOutcome {}
}
