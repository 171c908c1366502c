package fr.quartdheure.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/** Random bytes, hashes and comparisons of what proves who somebody is. Thread-safe. */
final class Codes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    static byte[] draw(int bytes) {
        byte[] drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return drawn;
    }

    /** SHA-256, the account in it: enough for the 80 bits of a recovery code, which nobody tries all of. */
    static byte[] hash(UUID account, String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(account + " " + code));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** In a time that does not depend on where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
