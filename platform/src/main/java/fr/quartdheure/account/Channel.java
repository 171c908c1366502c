package fr.quartdheure.account;

import java.util.Locale;

/** How a message reaches a person. Stored as its lower-case name. */
public enum Channel {
    EMAIL,
    SMS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
