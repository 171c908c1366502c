package fr.quartdheure.backup;

import java.util.Base64;

/**
 * How the key of one backup is closed: in clear at its beginning, and bound to everything that follows.
 *
 * @param method "argon2id" for a passphrase, "hpke" for a recipient's public key
 * @param memory KiB that Argon2id takes; 0 for a recipient
 * @param passes over that memory; 0 for a recipient
 * @param salt of Argon2id, Base64; empty for a recipient
 * @param key the file's own key, closed, Base64
 */
record Seal(String method, int memory, int passes, String salt, String key) {

    static final String PASSPHRASE = "argon2id";
    static final String RECIPIENT = "hpke";

    static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BackupRefused("The first lines of the backup are damaged: take another copy of it.", e);
        }
    }
}
