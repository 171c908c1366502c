package fr.quartdheure.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds: its last file.
 *
 * @param files each file but this one and the first, in their order
 * @param rows rows of each table at the very moment that a restore comes back to; none when there was always a
 *     transaction open
 * @param auditPosition of the last trace in the chain then; 0 for none
 * @param auditHead its hash, hexadecimal; empty for none
 * @param upTo the end of the last record of the write-ahead log that is put back
 */
public record Manifest(List<Entry> files, Map<String, Long> rows, long auditPosition, String auditHead, String upTo) {

    static final String NAME = "manifest.json";

    public Manifest {
        files = List.copyOf(files);
        rows = Map.copyOf(rows);
    }

    public long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    /**
     * One file.
     *
     * @param path as it stands in the data folder
     * @param sha256 hexadecimal
     */
    public record Entry(String path, long bytes, String sha256) {}
}
