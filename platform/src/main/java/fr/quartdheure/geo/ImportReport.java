package fr.quartdheure.geo;

import java.util.List;

/**
 * What an import did, or would have done.
 *
 * @param kept rows of which the platform has a version of its own (local or demonstration), left as it is
 * @param skipped rows that are not asked for: another region, another kind of structure
 * @param applied whether what is added and updated was written; if not, nothing was
 */
public record ImportReport(
        int added, int updated, int unchanged, int kept, int skipped, List<Refused> refused, boolean applied) {

    public ImportReport {
        refused = List.copyOf(refused);
    }

    /** A file refused whole. */
    public static ImportReport ofFile(Refused reason) {
        return new ImportReport(0, 0, 0, 0, 0, List.of(reason), false);
    }

    /** Whether the file brought nothing that the platform did not know. */
    public boolean changesNothing() {
        return applied && added == 0 && updated == 0;
    }
}
