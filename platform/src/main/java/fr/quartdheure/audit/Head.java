package fr.quartdheure.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The end of the chain at one moment, signed, as it is kept outside the database: one line of a file.
 *
 * @param hash hexadecimal, 64 digits
 * @param signature Ed25519 over {@link #signed}, Base64
 */
record Head(long position, String hash, Instant at, String signature) {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64}) (\\S{20,30}) (\\S{86,90})");

    /** What is signed: a line of words that no other program writes. */
    static byte[] signed(long position, String hash, Instant at) {
        return ("quartdheure audit head " + position + " " + hash + " " + at).getBytes(StandardCharsets.UTF_8);
    }

    static Optional<Head> parse(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Base64.getDecoder().decode(parts.group(4));
            return Optional.of(new Head(
                    Long.parseLong(parts.group(1)), parts.group(2), Instant.parse(parts.group(3)), parts.group(4)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String line() {
        return position + " " + hash + " " + at + " " + signature;
    }
}
