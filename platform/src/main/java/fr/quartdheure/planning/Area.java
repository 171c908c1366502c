package fr.quartdheure.planning;

import java.util.Locale;
import java.util.Optional;

/**
 * A part of the territory that figures are summed over.
 *
 * @param code INSEE code of a région or département, SIREN of an EPCI, id of a CPTS; "" for everything
 */
public record Area(Kind kind, String code, String name) {

    /** What it is. */
    public enum Kind {
        ALL,
        REGION,
        DEPARTMENT,
        EPCI,
        CPTS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> find(String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** As it stands in an address: "department-66". */
    public String key() {
        return kind == Kind.ALL ? "all" : kind.code() + "-" + code;
    }
}
