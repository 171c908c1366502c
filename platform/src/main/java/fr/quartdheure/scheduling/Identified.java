package fr.quartdheure.scheduling;

/** What came of saying for whom a hold is. */
public sealed interface Identified {

    /** A code went to the contact; the appointment ends with the hold unless it is given back in time. */
    record AwaitingCode(Appointment appointment) implements Identified {}

    /** No such hold, or somebody else's. */
    record Unknown() implements Identified {}

    record Expired() implements Identified {}

    /** The same person, with the same contact, already has an appointment at that time. */
    record PatientBusy() implements Identified {}

    /** This contact already has as many appointments ahead as allowed. */
    record TooManyAhead(int limit) implements Identified {}

    /** The chosen reason needs more time than was held. */
    record ReasonTooLong() implements Identified {}
}
