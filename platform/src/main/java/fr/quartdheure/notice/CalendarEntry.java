package fr.quartdheure.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as a calendar needs it.
 *
 * @param sequence 0 at first, one more at each change: calendars ignore what is not newer
 * @param cancelled whether it takes the entry out of the calendar again
 * @param stamp when this version was made
 * @param location name and address of the place, in one line
 * @param url where the appointment can be seen, moved and cancelled
 * @param organizer address that the mail comes from
 * @param attendee address of the patient; null for a file that is downloaded rather than sent
 * @param reminder how long before the start to remind, or null
 */
record CalendarEntry(
        UUID appointmentId,
        int sequence,
        boolean cancelled,
        Instant start,
        Instant end,
        Instant stamp,
        String summary,
        String location,
        String description,
        @Nullable URI url,
        @Nullable String organizer,
        @Nullable String attendee,
        @Nullable Duration reminder) {

    CalendarEntry {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("an appointment ends after it starts: " + start + ", " + end);
        }
    }
}
