package fr.quartdheure.scheduling;

/** What came of giving a code back. */
public sealed interface Confirmation {

    /** @param manageToken opens this appointment to its owner; given once, stored hashed */
    record Confirmed(Appointment appointment, String manageToken) implements Confirmation {}

    record WrongCode(int attemptsLeft) implements Confirmation {}

    /** Five wrong codes: the slot is free again. */
    record Exhausted() implements Confirmation {}

    record Expired() implements Confirmation {}

    record Unknown() implements Confirmation {}
}
