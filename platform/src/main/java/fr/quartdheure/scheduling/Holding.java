package fr.quartdheure.scheduling;

import java.util.List;
import java.util.UUID;

/** What came of asking for a slot to be held. */
public sealed interface Holding {

    /** Held until {@code appointment.expiresAt()}; its id is the hold's. */
    record Held(Appointment appointment) implements Holding {}

    /** Somebody was faster, or the reason needs more time than is left. */
    record Taken(Slot slot, List<Slot> alternatives) implements Holding {}

    /** No such slot, past, not open to the public, or not yet open. */
    record NotBookable() implements Holding {}

    /** The slot's service has no such reason. */
    record NoSuchReason(String service, String reason) implements Holding {}

    /** The visitor or the address already holds as many as allowed. */
    record TooMany(int limit) implements Holding {}

    /** Anonymous holds already cover a third of the practitioner's free day: prove a contact first. */
    record ProofNeeded(UUID slotId) implements Holding {}
}
