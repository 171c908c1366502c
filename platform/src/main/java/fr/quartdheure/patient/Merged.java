package fr.quartdheure.patient;

import java.util.List;

/** What came of merging two records, or of taking a merge back. */
public sealed interface Merged {

    record Done(Merge merge) implements Merged {}

    /** Nothing was changed: this must be settled first. */
    record Obstructed(List<Obstacle> obstacles) implements Merged {}

    /** One of the two is no longer there, or somebody else did it meanwhile. */
    record Overtaken() implements Merged {}
}
