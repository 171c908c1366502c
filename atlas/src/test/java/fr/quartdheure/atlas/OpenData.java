package fr.quartdheure.atlas;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of open data, which is no part of the project; a test without it is skipped and says so. */
public final class OpenData {

    private static final String VARIABLE = "QUARTDHEURE_OPEN_DATA";

    private OpenData() {}

    public static Path file(String name) {
        String folder = System.getenv(VARIABLE);
        assumeTrue(folder != null && !folder.isBlank(), VARIABLE + " names no folder of open data: skipped");
        Path file = Path.of(folder, name);
        assumeTrue(Files.exists(file), file + " is not there: skipped");
        return file;
    }
}
