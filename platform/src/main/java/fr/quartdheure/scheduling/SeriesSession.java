package fr.quartdheure.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One date of a series, before it is booked.
 *
 * @param start when it would begin
 * @param instead free hours near it, when it does not fit
 */
public record SeriesSession(LocalDate day, Instant start, Fit fit, List<Slot> instead) {

    /** Whether it can be booked, or why not. */
    public enum Fit {
        FITS,
        /** Somebody else has the hour, or the reason needs more time than is left. */
        TAKEN,
        PATIENT_BUSY,
        /** Absent, closed, or never there at that hour. */
        NOT_THERE,
        PAST
    }

    public boolean fits() {
        return fit == Fit.FITS;
    }
}
