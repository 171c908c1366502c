package fr.quartdheure.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Backups that are being written, beside their place, named after the process that writes them. */
final class PartFiles {

    private static final Pattern NAME = Pattern.compile("\\.quartdheure-\\w+\\.backup\\.(\\d{1,9})\\.part");

    private PartFiles() {}

    static Path of(Path file) {
        Path part = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        // Also when the command is interrupted.
        part.toFile().deleteOnExit();
        return part;
    }

    /** What killed commands left. */
    static void clear(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, ".quartdheure-*.part")) {
            for (Path file : files) {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
