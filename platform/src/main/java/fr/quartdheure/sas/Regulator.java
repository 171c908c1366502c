package fr.quartdheure.sas;

import fr.quartdheure.wire.Codes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who steers callers at the SAS, as the national platform tells (INT_R02).
 *
 * @param active whether she may book
 */
record Regulator(Number number, boolean active, String familyName, String givenName, String email) {

    /** What she is known by: a national number of her own, or the one that the platform gave her. */
    record Number(Kind kind, String value) {}

    /** Who gave the number. */
    enum Kind {
        NATIONAL(Codes.PERSONS, "IDNPS"),
        PLATFORM(Codes.PLATFORM, "INTRN");

        private final String system;
        private final String type;

        Kind(String system, String type) {
            this.system = system;
            this.type = type;
        }

        static Optional<Kind> ofSystem(String system) {
            return Arrays.stream(values())
                    .filter(kind -> kind.system.equals(system))
                    .findFirst();
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String system() {
            return system;
        }

        /** Code of the type of identifier, which goes with the system and no other. */
        String type() {
            return type;
        }
    }
}
