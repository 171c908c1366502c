package fr.quartdheure.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The open-data files that some tests read; without them those tests are skipped. */
public final class OpenData {

    private static final String VARIABLE = "QUARTDHEURE_OPEN_DATA";

    private OpenData() {}

    public static Path file(String name) {
        String folder = System.getenv(VARIABLE);
        assumeTrue(folder != null && !folder.isBlank(), VARIABLE + " is not set: no open data to read");
        Path file = Path.of(folder, name);
        assumeTrue(Files.exists(file), "no open-data file " + file);
        return file;
    }
}
