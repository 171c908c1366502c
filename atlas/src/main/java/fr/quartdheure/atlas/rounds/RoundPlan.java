package fr.quartdheure.atlas.rounds;

import java.util.List;

/**
 * Rounds that keep every rule.
 *
 * @param rounds of those who go anywhere
 * @param unfitted visits that no round takes, with the reason
 */
public record RoundPlan(List<Round> rounds, List<Unfitted> unfitted) {

    public RoundPlan {
        rounds = List.copyOf(rounds);
        unfitted = List.copyOf(unfitted);
    }

    /** Minutes on the way, over all rounds. */
    public double travel() {
        return rounds.stream().mapToDouble(Round::travel).sum();
    }
}
