package fr.quartdheure.atlas.opening;

/** What came of planning openings over the years. */
public sealed interface Planning permits OpeningPlan, Planning.Impossible {

    /** No plan satisfies everything that is asked: the sentence says what clashes, with its figures. */
    record Impossible(String clash) implements Planning {}
}
