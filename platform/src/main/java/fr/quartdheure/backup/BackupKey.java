package fr.quartdheure.backup;

/** What closes the own key of each backup, what opens it, or both. */
public abstract sealed class BackupKey permits Passphrase, Recipient {

    /** @param key the file's own key, 32 bytes */
    abstract Seal close(byte[] key);

    /**
     * Gives the file's own key.
     *
     * @throws BackupRefused when the backup was closed with something else
     */
    abstract byte[] open(Seal seal);
}
