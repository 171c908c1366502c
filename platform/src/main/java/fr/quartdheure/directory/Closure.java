package fr.quartdheure.directory;

import java.time.LocalDate;
import java.util.UUID;

/** Days, both included, on which a site is closed against its usual hours. */
public record Closure(UUID id, UUID siteId, LocalDate firstDay, LocalDate lastDay, String reason) {

    public Closure {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("last day " + lastDay + " comes before first day " + firstDay);
        }
    }
}
