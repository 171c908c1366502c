package fr.quartdheure.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of authenticator apps (RFC 6238 over RFC 4226): HMAC-SHA-1, steps of 30 s since 1970, six digits. These are
 * the parameters that every app knows; several ignore any others.
 */
public final class Totp {

    static final int DIGITS = 6;
    static final int SECRET_BYTES = 20;
    private static final int SHORTEST_SECRET = 16;
    private static final int STEP_SECONDS = 30;
    /** Steps before and after the present one that are accepted, for phones that go fast or slow. */
    private static final int DRIFT = 1;

    private Totp() {}

    /**
     * The code that an app shows.
     *
     * @param secret in Base32, as the app was given it
     * @throws IllegalArgumentException when it is not Base32
     */
    public static String code(String secret, Instant at) {
        return code(Base32.bytes(secret), step(at), DIGITS);
    }

    /** @throws IllegalArgumentException when it is not Base32, or shorter than the 128 bits that RFC 4226 asks for */
    public static void check(String secret) {
        if (Base32.bytes(secret).length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("a secret has 26 letters of Base32 or more");
        }
    }

    /** @param digits 6 to 8 */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hash(secret, step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return String.format(Locale.ROOT, "%0" + digits + "d", number % (int) Math.pow(10, digits));
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), (long) STEP_SECONDS);
    }

    /** The step whose code it is, after the last one that was accepted; the time it takes tells nothing. */
    static OptionalLong stepOf(byte[] secret, String code, Instant at, long last) {
        long now = step(at);
        long found = -1;
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            boolean same = Codes.same(code(secret, step, DIGITS), code);
            found = same && step > last ? step : found;
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private static byte[] hash(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
