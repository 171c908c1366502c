package fr.quartdheure.scheduling;

/** What came of cancelling. */
public sealed interface Cancelling {

    record Cancelled(Appointment appointment) implements Cancelling {}

    /** Past the site's cut-off: by phone only. */
    record TooLate(int cutoffHours) implements Cancelling {}

    /** Already cancelled, over, or never booked. */
    record NotActive() implements Cancelling {}
}
