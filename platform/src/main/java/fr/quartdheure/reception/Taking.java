package fr.quartdheure.reception;

/** What came of taking on a call-back, or of an act on one. */
public sealed interface Taking {

    /** It is hers, or what she did is kept. */
    record Taken() implements Taking {}

    /** A colleague has it. */
    record TakenBy(String name) implements Taking {}

    /** Done, or no longer there. */
    record Over() implements Taking {}
}
