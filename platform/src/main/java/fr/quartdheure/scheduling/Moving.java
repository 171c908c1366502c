package fr.quartdheure.scheduling;

import java.util.List;

/** What came of moving an appointment to another slot. */
public sealed interface Moving {

    record Moved(Appointment appointment) implements Moving {}

    record Taken(List<Slot> alternatives) implements Moving {}

    /** The patient has something else at that time. */
    record PatientBusy() implements Moving {}

    record TooLate(int cutoffHours) implements Moving {}

    /** The slot does not exist, is past, or gives another service. */
    record NotBookable() implements Moving {}

    record NotActive() implements Moving {}
}
