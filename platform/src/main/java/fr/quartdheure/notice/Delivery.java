package fr.quartdheure.notice;

/** What the carrier of a message answered. */
sealed interface Delivery {

    record Done() implements Delivery {}

    /** It will never arrive, as when the address does not exist. */
    record Impossible(String reason) implements Delivery {}

    record Later(String reason) implements Delivery {}
}
