package fr.quartdheure.bench;

import java.nio.file.Path;

/** The folder of open data that benchmarks on real territories read. */
final class OpenData {

    private static final String VARIABLE = "QUARTDHEURE_OPEN_DATA";

    private OpenData() {}

    static boolean isThere() {
        String folder = System.getenv(VARIABLE);
        return folder != null && !folder.isBlank();
    }

    /** @throws IllegalStateException when the environment names no folder */
    static Path file(String path) {
        if (!isThere()) {
            throw new IllegalStateException(VARIABLE + " names no folder of open data");
        }
        return Path.of(System.getenv(VARIABLE), path);
    }
}
