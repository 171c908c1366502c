package fr.quartdheure.scheduling;

import java.util.Optional;

/** How patient and practitioner meet. */
public enum Mode {
    ON_SITE("on-site"),
    TELECONSULTATION("teleconsultation"),
    HOME("home");

    private final String code;

    Mode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Mode> find(String code) {
        for (Mode mode : values()) {
            if (mode.code.equals(code)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    static Mode of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("not a mode: " + code));
    }
}
