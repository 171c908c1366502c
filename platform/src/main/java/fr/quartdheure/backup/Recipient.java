package fr.quartdheure.backup;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * A pair of keys (HPKE of RFC 9180, X25519, AES-256-GCM): the machine that takes backups needs the public one only, and
 * cannot read what it has written.
 */
public final class Recipient extends BackupKey {

    private static final byte[] USE = "quartdheure backup recipient".getBytes(StandardCharsets.UTF_8);

    static {
        try {
            HybridConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has X25519", e);
        }
    }

    private final KeysetHandle keys;

    private Recipient(KeysetHandle keys) {
        this.keys = keys;
    }

    /** Makes a pair: the private key in the file, for its owner alone, the public one beside it, in file.pub. */
    public static void generate(Path file) throws IOException {
        try {
            KeysetHandle made = KeysetHandle.generateNew(HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.TINK)
                    .build());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, TinkJsonProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get()) + "\n");
            Files.writeString(
                    publicOf(file),
                    TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(made.getPublicKeysetHandle()) + "\n");
        } catch (FileAlreadyExistsException e) {
            throw new BackupRefused(file + " exists already: a key is never overwritten, give another name.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has X25519", e);
        }
    }

    public static Path publicOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    /** Closes backups for whoever holds the private key. */
    public static Recipient publicIn(Path file) throws IOException {
        try {
            return new Recipient(TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(text(file)));
        } catch (GeneralSecurityException e) {
            throw new BackupRefused(file + " is no public key of a recipient: give the one ending in .pub.", e);
        }
    }

    /** Opens backups that were closed for her. */
    public static Recipient privateIn(Path file) throws IOException {
        try {
            var keys = TinkJsonProtoKeysetFormat.parseKeyset(text(file), InsecureSecretKeyAccess.get());
            keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
            return new Recipient(keys);
        } catch (GeneralSecurityException e) {
            throw new BackupRefused(file + " is no private key of a recipient: give the one without .pub.", e);
        }
    }

    @Override
    Seal close(byte[] key) {
        try {
            byte[] closed = keys.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(key, USE);
            return new Seal(Seal.RECIPIENT, 0, 0, "", Seal.text(closed));
        } catch (GeneralSecurityException e) {
            throw new BackupRefused("Backups cannot be closed with this key: give the public one, ending in .pub.", e);
        }
    }

    @Override
    byte[] open(Seal seal) {
        if (!seal.method().equals(Seal.RECIPIENT)) {
            throw new BackupRefused("This backup was closed with a passphrase: give --passphrase-file or"
                    + " --passphrase-stdin instead of --key.");
        }
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                    .decrypt(Seal.bytes(seal.key()), USE);
        } catch (GeneralSecurityException e) {
            throw new BackupRefused(
                    "This private key does not open the backup: it was closed for another, or its first lines are"
                            + " damaged.",
                    e);
        }
    }

    private static String text(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new BackupRefused("There is no key to read at " + file + ".");
        }
        return Files.readString(file);
    }
}
