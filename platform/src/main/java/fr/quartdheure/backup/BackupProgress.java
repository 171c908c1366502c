package fr.quartdheure.backup;

/** Hears how far a backup or restore is, from the thread that runs it. */
@FunctionalInterface
public interface BackupProgress {

    BackupProgress SILENT = (files, bytes, total) -> {};

    /**
     * Called now and then.
     *
     * @param files files done so far
     * @param bytes bytes done so far, as they stand on the disk
     * @param total bytes of all files, as far as it is known
     */
    void at(long files, long bytes, long total);
}
