package fr.quartdheure.scheduling;

import fr.quartdheure.time.Period;
import java.util.Locale;
import java.util.UUID;

/** A while in which a practitioner does not receive at a site, and why. */
public record BlockedTime(UUID id, UUID practitionerId, UUID siteId, Period period, Label label) {

    /** Why; never anything about a patient. */
    public enum Label {
        MEETING,
        BREAK,
        PHONE,
        PAPERWORK,
        TRAINING,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Label of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
