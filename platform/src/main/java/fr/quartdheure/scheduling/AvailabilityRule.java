package fr.quartdheure.scheduling;

import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a practitioner receives at a site, week after week.
 *
 * @param roomId the room planned for it; null at home
 * @param visibility who is shown its free slots besides the site's own secretaries
 * @param opens when an unscheduled window opens; null when it is open as soon as it exists
 * @param sharedWith other organisations whose secretaries may fill it
 */
public record AvailabilityRule(
        UUID id,
        UUID practitionerId,
        UUID siteId,
        @Nullable UUID roomId,
        String service,
        Kind kind,
        Mode mode,
        Recurrence recurrence,
        Visibility visibility,
        @Nullable Opening opens,
        Set<UUID> sharedWith) {

    public AvailabilityRule {
        if (mode == Mode.ON_SITE && roomId == null) {
            throw new IllegalArgumentException("a consultation on site takes a room");
        }
        sharedWith = Set.copyOf(sharedWith);
    }

    /** Whether the public may book it. */
    public boolean online() {
        return visibility.includes(Audience.PUBLIC);
    }

    /** So many days before (0 = the same day), at that hour. */
    public record Opening(int daysBefore, LocalTime at) {

        public Opening {
            if (daysBefore < 0 || daysBefore > 14) {
                throw new IllegalArgumentException("a window opens 0 to 14 days before: " + daysBefore);
            }
        }

        Instant of(LocalDate day) {
            return day.minusDays(daysBefore).atTime(at).atZone(Paris.ZONE).toInstant();
        }
    }
}
