package fr.quartdheure.desk.practitioner.calendars;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An appointment in the way of a calendar elsewhere, as somebody reads it.
 *
 * @param patient empty where the reader may not know
 * @param site where it stands
 * @param busyFrom from when the calendar elsewhere takes the time, and {@code busyTo} until when
 * @param move where it can be moved; null for whoever may not
 */
public record ClashRow(
        ZonedDateTime start,
        ZonedDateTime end,
        String practitioner,
        String patient,
        @Nullable String phone,
        String site,
        String calendar,
        ZonedDateTime busyFrom,
        ZonedDateTime busyTo,
        @Nullable String move) {

    /** Whether the hours alone say when. */
    public boolean sameDay() {
        return busyFrom.toLocalDate().equals(start.toLocalDate())
                && busyTo.toLocalDate().equals(start.toLocalDate());
    }
}
