package fr.quartdheure.waitlist;

import fr.quartdheure.scheduling.Appointment;

/** What came of an answer to an offer. */
public sealed interface Answer {

    /** The appointment stands at the offered hour; the old one is free for others. */
    record Taken(Appointment appointment) implements Answer {}

    /** It goes to the next in turn; the appointment stays as it is. */
    record Declined() implements Answer {}

    /** The quarter of an hour is over, or there was no such offer. */
    record TooLate() implements Answer {}

    /** She has another appointment at that hour: the offer went to the next. */
    record Busy() implements Answer {}
}
