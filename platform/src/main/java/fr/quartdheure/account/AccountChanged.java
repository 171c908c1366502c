package fr.quartdheure.account;

import java.util.Locale;
import java.util.UUID;

/** Her account's protection was changed, by her or by somebody else: she is told of it. In the act's transaction. */
public record AccountChanged(UUID accountId, What what) {

    /** What was changed. */
    public enum What {
        FACTOR_RESET,
        ROLES,
        DISABLED,
        ENABLED,
        SESSIONS_ENDED;

        /** As its message names it: "factor-reset". */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
