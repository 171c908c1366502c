package fr.quartdheure.upkeep;

import java.time.LocalDate;
import java.util.UUID;

/** Days, both included, on which nobody may receive in a room. */
public record OutOfOrder(
        UUID id, UUID siteId, UUID roomId, LocalDate firstDay, LocalDate lastDay, String reason, String by) {

    public OutOfOrder {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("last day " + lastDay + " comes before first day " + firstDay);
        }
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
