package fr.quartdheure.intake;

/** Hears how far an import is, from the thread that runs it. */
@FunctionalInterface
public interface ImportProgress {

    ImportProgress SILENT = (rows, bytes, total) -> {};

    /**
     * Called now and then.
     *
     * @param rows rows read so far
     * @param bytes bytes read so far
     * @param total bytes of the whole file
     */
    void at(long rows, long bytes, long total);
}
