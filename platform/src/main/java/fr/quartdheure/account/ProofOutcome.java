package fr.quartdheure.account;

/** What a code given back turns out to be. */
public sealed interface ProofOutcome {

    record Proved(Channel channel, String contact) implements ProofOutcome {}

    record Wrong(int attemptsLeft) implements ProofOutcome {}

    /** Five wrong codes: ask for another one. */
    record Exhausted() implements ProofOutcome {}

    record Expired() implements ProofOutcome {}

    record Unknown() implements ProofOutcome {}
}
