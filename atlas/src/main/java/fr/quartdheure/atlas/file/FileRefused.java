package fr.quartdheure.atlas.file;

import java.io.Serial;
import java.nio.file.Path;

/** A file that cannot be believed: the message names file, line and value, and says what to do. */
public final class FileRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long line;

    /** @param line 1 for the header; 0 for the file as a whole */
    public FileRefused(Path file, long line, String reason) {
        super(file + (line == 0 ? "" : ", line " + line) + ": " + reason);
        this.line = line;
    }

    /** The line at fault, 1 for the header; 0 for the file as a whole. */
    public long line() {
        return line;
    }
}
