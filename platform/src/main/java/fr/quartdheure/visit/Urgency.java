package fr.quartdheure.visit;

import java.util.Locale;
import java.util.Optional;

/** How soon somebody is to be seen, as a professional decided. Of two visits that do not both fit, one waits. */
public enum Urgency {
    ROUTINE(1),
    SOON(10),
    URGENT(100);

    private final int weight;

    Urgency(int weight) {
        this.weight = weight;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Urgency> find(String code) {
        for (Urgency one : values()) {
            if (one.code().equals(code)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** What it weighs when not everybody can be seen, 1 to 100. */
    int weight() {
        return weight;
    }
}
