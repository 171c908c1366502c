package fr.quartdheure.roster;

import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A slot by what it says, whichever rule makes it. */
public record Hour(
        UUID practitionerId,
        UUID siteId,
        @Nullable UUID roomId,
        String service,
        Kind kind,
        Mode mode,
        boolean online,
        Period period) {

    static Hour of(AvailabilityRule rule, Period period) {
        return new Hour(
                rule.practitionerId(),
                rule.siteId(),
                rule.roomId(),
                rule.service(),
                rule.kind(),
                rule.mode(),
                rule.online(),
                period);
    }
}
