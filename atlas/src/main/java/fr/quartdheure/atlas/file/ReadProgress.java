package fr.quartdheure.atlas.file;

/** Hears how far the reading of a file is, from the thread that reads. */
@FunctionalInterface
public interface ReadProgress {

    ReadProgress SILENT = (rows, bytes, total) -> {};

    /**
     * Called now and then.
     *
     * @param rows rows read so far
     * @param bytes bytes read so far
     * @param total bytes of the whole file, 0 where nobody knows
     */
    void at(long rows, long bytes, long total);
}
