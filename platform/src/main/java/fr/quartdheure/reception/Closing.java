package fr.quartdheure.reception;

import fr.quartdheure.scheduling.Appointment;
import java.util.List;

/** What came of closing a day. */
public sealed interface Closing {

    record Closed(DayClose close) implements Closing {}

    /** Of these nobody said what became of them, or their hour is still to come. */
    record Unsettled(List<Appointment> left) implements Closing {}

    /** The day has not begun. */
    record NotYet() implements Closing {}
}
