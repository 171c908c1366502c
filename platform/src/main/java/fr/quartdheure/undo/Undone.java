package fr.quartdheure.undo;

/** What came of taking something back. */
public sealed interface Undone {

    record Done(Deed deed) implements Undone {}

    /** Nothing was done lately, or all of it is taken back. */
    record Nothing() implements Undone {}

    /** Somebody changed it since, or has the time by now. */
    record Overtaken(Deed deed) implements Undone {}
}
