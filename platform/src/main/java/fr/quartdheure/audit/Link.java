package fr.quartdheure.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain, with what it binds.
 *
 * @param position from 1, without a gap
 * @param hash SHA-256 of the hash before and of the canonical trace; never changed by its readers
 * @param trace null when it is no longer there
 */
@SuppressWarnings("ArrayRecordComponent")
record Link(
        long position, long traceId, byte[] hash, @Nullable Recorded trace) {

    private static final int HASH_BYTES = 32;

    /** What stands before the first. */
    static byte[] beginning() {
        return new byte[HASH_BYTES];
    }

    static Link after(byte[] before, long position, Recorded trace) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return new Link(position, trace.id(), digest.digest(trace.canonical(position)), trace);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
