package fr.quartdheure.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at a data folder before anything is written into it. */
final class DataFolder {

    private DataFolder() {}

    static void check(Path home, Path postgres, String version) throws IOException {
        Files.createDirectories(home);
        if (!Files.isWritable(home)) {
            throw new DataFolderRefused("The data folder " + home + " belongs to "
                    + Files.getOwner(home).getName() + " and cannot be written by "
                    + System.getProperty("user.name") + ": choose another with --data, or start as its owner.");
        }
        checkVersion(home, postgres, version);
    }

    private static void checkVersion(Path home, Path postgres, String version) throws IOException {
        Path mark = postgres.resolve("PG_VERSION");
        if (!Files.exists(mark)) {
            return;
        }
        String major = version.substring(0, version.indexOf('.'));
        String found = Files.readString(mark).strip();
        if (!found.equals(major)) {
            throw new DataFolderRefused("The data folder " + home + " was made by PostgreSQL " + found
                    + ", this version brings PostgreSQL " + major
                    + ": restore a backup into a new folder (docs/operations.md).");
        }
    }
}
