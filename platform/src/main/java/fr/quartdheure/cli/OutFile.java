package fr.quartdheure.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that a command leaves behind whole or not at all: it is written beside its place and moved there at the end.
 */
final class OutFile {

    private final Path file;

    private OutFile(Path file) {
        this.file = file;
    }

    /** What to write. */
    @FunctionalInterface
    interface Content {
        void to(BufferedWriter out) throws IOException;
    }

    /**
     * Checked before any computation.
     *
     * @throws Refusal when nothing can be written there, or it is one of the files that are read
     */
    static OutFile at(Path file, @Nullable Path... read) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new Refusal("--out " + file + " is not a file: give the name of one.");
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new Refusal("--out " + file + " cannot be written: its folder is not there or not writable.");
        }
        for (Path input : read) {
            if (input != null && Files.exists(input) && Files.exists(target) && Files.isSameFile(input, target)) {
                throw new Refusal("--out " + file + " is a file that is read: give another name.");
            }
        }
        return new OutFile(target);
    }

    void write(Content content) throws IOException {
        Path part = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        // Also when the command is interrupted.
        part.toFile().deleteOnExit();
        try {
            try (var out = Files.newBufferedWriter(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                content.to(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
