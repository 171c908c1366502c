package fr.quartdheure.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Seals secrets with AES-256-GCM (of the JDK) and the key of the data folder, made once and readable by its owner
 * alone. The account is sealed along: a secret moved to another account's row opens nothing. Thread-safe.
 */
@Component
@EnableConfigurationProperties(FactorSettings.class)
class SecretKey {

    private static final String FILE = "factor.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final FactorSettings settings;
    private @Nullable SecretKeySpec key;

    SecretKey(FactorSettings settings) {
        this.settings = settings;
    }

    byte[] seal(UUID account, byte[] secret) {
        try {
            byte[] nonce = Codes.draw(NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce).doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    /** @throws SealBroken when it was sealed for another account or with another key */
    byte[] open(UUID account, byte[] sealed) throws SealBroken {
        if (sealed.length <= NONCE_BYTES) {
            throw new SealBroken();
        }
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer.wrap(sealed).get(nonce);
            return cipher(Cipher.DECRYPT_MODE, account, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new SealBroken();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    /** Sealed for another account, or with a key that is no longer the one of the data folder. */
    static final class SealBroken extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private Cipher cipher(int mode, UUID account, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(Codes.bytes(account.toString()));
        return cipher;
    }

    private synchronized SecretKeySpec key() {
        if (key == null) {
            Path file = settings.folder().resolve(FILE);
            try {
                key = new SecretKeySpec(read(file), "AES");
            } catch (IOException | IllegalArgumentException e) {
                throw new UncheckedIOException(new IOException(
                        file + " holds no key of the second factors: put back the file that stood there", e));
            }
        }
        return key;
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
        if (bytes.length != KEY_BYTES) {
            throw new IOException(bytes.length + " bytes instead of " + KEY_BYTES);
        }
        return bytes;
    }

    /** Written beside and moved into place: the command line and the platform may both want it first. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(file.getParent(), "factor-", ".key", ownerOnly);
        Files.writeString(draft, Base64.getEncoder().encodeToString(Codes.draw(KEY_BYTES)) + "\n");
        try (var channel = java.nio.channels.FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Somebody else's came first and is the one.
        } finally {
            Files.delete(draft);
        }
    }
}
