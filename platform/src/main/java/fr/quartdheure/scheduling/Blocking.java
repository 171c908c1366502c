package fr.quartdheure.scheduling;

import java.util.List;

/** What came of keeping a practitioner's hours free of consultations. */
public sealed interface Blocking {

    record Blocked() implements Blocking {}

    /** @param appointments what stands there, by hour; nothing was changed. Empty where a hold or other work does. */
    record InTheWay(List<Appointment> appointments) implements Blocking {}
}
