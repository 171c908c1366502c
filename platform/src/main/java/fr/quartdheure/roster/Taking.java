package fr.quartdheure.roster;

import fr.quartdheure.scheduling.Appointment;

/** What came of taking one of the hours proposed. */
public sealed interface Taking {

    record Taken(Appointment appointment) implements Taking {}

    /** Somebody else was faster; other hours are proposed in its place. */
    record Gone() implements Taking {}

    /** She has something else at that hour. */
    record Busy() implements Taking {}

    /** It was moved, cancelled or given back before, or the hour was never proposed. */
    record Over() implements Taking {}
}
