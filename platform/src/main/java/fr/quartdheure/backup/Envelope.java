package fr.quartdheure.backup;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * A backup's file: one line that says what it is, one line of JSON ({@link Seal}), then the archive under AES-256-GCM
 * in segments of a megabyte (AES256-GCM-HKDF-1MB of Tink). Both lines are bound to each segment; a segment changed,
 * moved, left out or added is noticed, and so is an end that is missing.
 */
final class Envelope {

    static final int KEY_BYTES = 32;
    private static final String LINE = "quartdheure backup 1\n";
    private static final int LONGEST_SEAL = 4096;
    private static final int SEGMENT = 1 << 20;

    private Envelope() {}

    /** Writes the beginning and gives the stream for the rest; closing it closes the file. */
    static OutputStream closing(OutputStream file, Seal seal, byte[] key) throws IOException {
        byte[] beginning = concatenated(LINE.getBytes(StandardCharsets.US_ASCII), Json.bytes(seal));
        file.write(beginning);
        try {
            return cipher(key).newEncryptingStream(file, beginning);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws BackupRefused when it is no backup, was closed with another key, or, while it is read, is damaged */
    static InputStream opening(InputStream file, BackupKey opener) throws IOException {
        Beginning beginning = beginning(file);
        return opening(file, beginning, opener.open(beginning.seal()));
    }

    /** With the key that it was just written with. */
    static InputStream opening(InputStream file, byte[] key) throws IOException {
        return opening(file, beginning(file), key);
    }

    private static InputStream opening(InputStream file, Beginning beginning, byte[] key) throws IOException {
        try {
            return new Authentic(cipher(key).newDecryptingStream(file, beginning.bytes()));
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private static Beginning beginning(InputStream file) throws IOException {
        byte[] line = file.readNBytes(LINE.length());
        if (!Arrays.equals(line, LINE.getBytes(StandardCharsets.US_ASCII))) {
            throw new BackupRefused("This file is no backup of the platform, or one of a newer version: its first line"
                    + " is not \"" + LINE.strip() + "\".");
        }
        var text = new ByteArrayOutputStream();
        for (int next = file.read(); next != '\n'; next = file.read()) {
            if (next < 0 || text.size() == LONGEST_SEAL) {
                throw new BackupRefused("The first lines of the backup are damaged: take another copy of it.");
            }
            text.write(next);
        }
        try {
            Seal seal = Json.read(text.toByteArray(), Seal.class);
            return new Beginning(seal, concatenated(line, text.toByteArray()));
        } catch (BackupRefused e) {
            throw new BackupRefused("The first lines of the backup are damaged: take another copy of it.", e);
        }
    }

    private static byte[] concatenated(byte[] line, byte[] seal) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(line);
        both.writeBytes(seal);
        both.write('\n');
        return both.toByteArray();
    }

    private static StreamingAead cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
    }

    private static BackupRefused damaged(Exception e) {
        return new BackupRefused("The backup is damaged or cut off: take another copy of it.", e);
    }

    /** As it was read, byte for byte: what it is bound to. */
    private record Beginning(Seal seal, byte[] bytes) {}

    /** Tells bytes that are not those that were written from a disk that is full. */
    private static final class Authentic extends FilterInputStream {

        Authentic(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                return super.read(into, from, count);
            } catch (IOException e) {
                throw damaged(e);
            }
        }
    }
}
