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
    ADMINISTRATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
