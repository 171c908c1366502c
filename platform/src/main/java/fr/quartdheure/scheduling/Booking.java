package fr.quartdheure.scheduling;

import java.util.List;

/** What came of booking at the front desk. */
public sealed interface Booking {

    record Booked(Appointment appointment) implements Booking {}

    record Taken(List<Slot> alternatives) implements Booking {}

    record PatientBusy() implements Booking {}

    record NotBookable() implements Booking {}
}
