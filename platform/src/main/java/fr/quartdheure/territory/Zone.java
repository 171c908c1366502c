package fr.quartdheure.territory;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the regional health agency classes a commune for the aids to settle there. */
public enum Zone {
    /** Zone d'intervention prioritaire: the least provided. */
    ZIP,
    /** Zone d'action complémentaire. */
    ZAC,
    /** Neither of them. */
    NONE;

    private static final Map<String, Zone> WORDS = Map.ofEntries(
            Map.entry("zip", ZIP),
            Map.entry("zac", ZAC),
            Map.entry("none", NONE),
            Map.entry("aucune", NONE),
            Map.entry("hors zone", NONE),
            Map.entry("hors zonage", NONE),
            Map.entry("hz", NONE),
            Map.entry("hv", NONE),
            Map.entry("hors vivier", NONE));

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Zone of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As files of the agencies write it. */
    static Optional<Zone> read(String written) {
        return Optional.ofNullable(WORDS.get(written.strip().toLowerCase(Locale.ROOT)));
    }
}
