package fr.quartdheure.reception;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a site deals with those who do not come.
 *
 * @param minutes after the hour of the appointment, 5 to 240; null unless the absence counts after a delay
 * @param policyFr what is said of missed appointments, at most 500 characters
 * @param since when the rule was set: what was before it is left alone
 */
public record SiteRule(
        UUID siteId,
        Absence absence,
        @Nullable Integer minutes,
        @Nullable String policyFr,
        @Nullable String policyEn,
        Instant since) {

    public static final int LEAST = 5;
    public static final int MOST = 240;
    public static final int LONGEST_POLICY = 500;

    public SiteRule {
        if ((absence == Absence.AFTER) != (minutes != null)) {
            throw new IllegalArgumentException("a delay belongs to " + Absence.AFTER + " alone: " + minutes);
        }
        if (minutes != null && (minutes < LEAST || minutes > MOST)) {
            throw new IllegalArgumentException("a delay lasts 5 to 240 minutes, not " + minutes);
        }
    }

    /** What holds where nobody set anything. */
    public static SiteRule none(UUID siteId) {
        return new SiteRule(siteId, Absence.NEVER, null, null, null, Instant.EPOCH);
    }

    /** In the reader's language, or else in the other one. */
    public Optional<String> policy(Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        return Optional.ofNullable(english ? policyEn : policyFr)
                .or(() -> Optional.ofNullable(english ? policyFr : policyEn));
    }

    /** When somebody who did not come counts as absent without anybody saying so. */
    public enum Absence {
        NEVER,
        AFTER,
        CLOSING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
