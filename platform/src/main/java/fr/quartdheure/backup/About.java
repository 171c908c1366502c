package fr.quartdheure.backup;

import java.time.Instant;

/**
 * What a backup is of: its first file, so that one that cannot be put back is refused before anything is written.
 *
 * @param platform the version that took it
 * @param schema the newest migration of its database
 * @param postgres the version of PostgreSQL, as 18.6
 * @param mode demo or real
 * @param bytes about what it takes on the disk, unpacked
 */
public record About(String platform, int schema, String postgres, String mode, Instant at, long bytes) {

    static final String NAME = "about.json";

    String major() {
        return postgres.replaceAll("\\D.*", "");
    }
}
