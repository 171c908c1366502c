package fr.quartdheure.roster;

import fr.quartdheure.scheduling.Slot;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An hour that an appointment could move to. It may not exist yet: the change that is looked at would make it.
 *
 * @param minutes of travel from the site of the appointment, 0 at the same site
 */
public record Proposal(
        UUID practitionerId, UUID siteId, @Nullable UUID roomId, Instant start, double minutes) {

    static Proposal of(Hour hour) {
        return new Proposal(
                hour.practitionerId(),
                hour.siteId(),
                hour.roomId(),
                hour.period().start(),
                0);
    }

    static Proposal of(Slot slot, double minutes) {
        return new Proposal(slot.practitionerId(), slot.siteId(), slot.roomId(), slot.start(), minutes);
    }

    /** As it stands in a form. */
    public String code() {
        return practitionerId + "@" + start;
    }

    /** What a code says: who and when. */
    public record Wanted(UUID practitionerId, Instant start) {}

    /** Reads a code back; empty when it is none. */
    public static Optional<Wanted> read(String code) {
        int at = code.indexOf('@');
        try {
            return at < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Wanted(UUID.fromString(code.substring(0, at)), Instant.parse(code.substring(at + 1))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
