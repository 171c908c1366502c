package fr.quartdheure.backup;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Words that somebody keeps. Argon2id makes them costly to guess: 64 MiB and three passes for each try. */
public final class Passphrase extends BackupKey {

    static final int SHORTEST = 12;
    private static final int MEMORY = 64 << 10;
    private static final int PASSES = 3;
    private static final int KEY_BYTES = 32;
    private static final byte[] USE = "quartdheure backup passphrase".getBytes(StandardCharsets.UTF_8);

    private final byte[] words;

    private Passphrase(byte[] words) {
        this.words = words;
    }

    /** @param text the same words whatever keyboard composed their accents; spaces at both ends do not count */
    public static Passphrase of(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (words.length() < SHORTEST) {
            throw new BackupRefused("The passphrase is too short: take " + SHORTEST
                    + " characters or more, for example five words drawn by lot.");
        }
        return new Passphrase(words.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    Seal close(byte[] key) {
        var salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] closed = new AesGcmJce(derived(salt, MEMORY, PASSES)).encrypt(key, USE);
            return new Seal(Seal.PASSPHRASE, MEMORY, PASSES, Seal.text(salt), Seal.text(closed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    @Override
    byte[] open(Seal seal) {
        if (!seal.method().equals(Seal.PASSPHRASE)) {
            throw new BackupRefused("This backup was closed for a recipient: open it with --key and her private key.");
        }
        // A forged beginning must not take all memory, nor hours.
        if (seal.memory() > MEMORY || seal.passes() > PASSES || seal.memory() < 8 || seal.passes() < 1) {
            throw new BackupRefused("The first lines of the backup are damaged: take another copy of it.");
        }
        try {
            byte[] derived = derived(Seal.bytes(seal.salt()), seal.memory(), seal.passes());
            return new AesGcmJce(derived).decrypt(Seal.bytes(seal.key()), USE);
        } catch (GeneralSecurityException e) {
            throw new BackupRefused(
                    "This passphrase does not open the backup: check it, or take another copy if its first lines were"
                            + " damaged.",
                    e);
        }
    }

    private byte[] derived(byte[] salt, int memory, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var key = new byte[KEY_BYTES];
        generator.generateBytes(words, key);
        return key;
    }
}
