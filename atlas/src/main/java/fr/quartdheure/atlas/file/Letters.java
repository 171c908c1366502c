package fr.quartdheure.atlas.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the line that is not UTF-8: the decoder reads ahead and cannot tell. */
final class Letters {

    private Letters() {}

    static FileRefused refused(Path file) {
        long line = 0;
        try {
            line = Files.isRegularFile(file) ? firstWrongLine(file) : 0;
        } catch (IOException e) {
            // The file is refused all the same, as a whole.
        }
        return new FileRefused(file, line, "is not written in UTF-8; save the file again with that encoding");
    }

    private static long firstWrongLine(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var bytes = new ByteArrayOutputStream();
            for (long line = 1; fill(bytes, in); line++) {
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
                } catch (CharacterCodingException e) {
                    return line;
                }
            }
            return 0;
        }
    }

    /** One line with its end; false after the last. */
    private static boolean fill(ByteArrayOutputStream bytes, InputStream in) throws IOException {
        bytes.reset();
        for (int b = in.read(); b >= 0; b = in.read()) {
            bytes.write(b);
            if (b == '\n') {
                return true;
            }
        }
        return bytes.size() > 0;
    }
}
