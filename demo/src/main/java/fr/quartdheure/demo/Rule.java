package fr.quartdheure.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weekly availability of one practitioner at one site. Kind is scheduled or unscheduled; mode is on-site,
 * teleconsultation or home; an unscheduled window becomes bookable {@code opensDaysBefore} days earlier at
 * {@code opensAt}, also for the organisations it is shared with.
 */
public record Rule(
        String key,
        String practitionerKey,
        String siteKey,
        @Nullable String roomKey,
        String service,
        String kind,
        String mode,
        DayOfWeek day,
        LocalTime starts,
        LocalTime ends,
        int slotMinutes,
        boolean online,
        @Nullable Integer opensDaysBefore,
        @Nullable LocalTime opensAt,
        List<String> sharedWith) {

    boolean unscheduled() {
        return kind.equals("unscheduled");
    }
}
