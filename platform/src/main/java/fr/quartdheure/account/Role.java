package fr.quartdheure.account;

import java.util.Locale;

/** What somebody may be at an organisation or a site. Stored and spoken as its lower-case name. */
public enum Role {
    SECRETARY,
    PRACTITIONER,
    HOST,
    COORDINATOR,
    PLANNER,
    AUDITOR,
    ADMINISTRATOR,
    /** Steers callers at the SAS, and books for them wherever a slot is shown to regulators. */
    REGULATOR;

    /** Whether it is given over the whole platform, not at a place. */
    public boolean isEverywhere() {
        return this == ADMINISTRATOR || this == REGULATOR;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
