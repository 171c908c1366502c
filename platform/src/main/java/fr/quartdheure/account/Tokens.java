package fr.quartdheure.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Texts that open something to whoever holds them: drawn at random, kept hashed, told once. Thread-safe. */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /**
     * A new one, to stand in an address.
     *
     * @param bytes random bytes in it; at least 16, or it could be guessed
     */
    public static String draw(int bytes) {
        if (bytes < 16) {
            throw new IllegalArgumentException("a token of " + bytes + " bytes could be guessed; at least 16");
        }
        byte[] drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    /** What is kept of it: SHA-256, without salt because nobody tries all of 128 bits. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
