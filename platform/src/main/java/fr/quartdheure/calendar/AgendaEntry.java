package fr.quartdheure.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in a practitioner's agenda: an appointment, or blocked time.
 *
 * @param service null for blocked time, as is the reason
 * @param sequence raised by each change
 * @param changedAt of this version, as far as it is known
 */
record AgendaEntry(
        UUID id,
        UUID siteId,
        @Nullable String service,
        @Nullable String reason,
        Instant start,
        Instant end,
        boolean cancelled,
        int sequence,
        @Nullable UUID patientId,
        Instant changedAt) {}
