package fr.quartdheure.geo;

import java.util.List;

/**
 * What an import did, or would have done.
 *
 * @param kept rows of which the platform has a version of its own (local or demonstration), left as it is
 * @param skipped rows that are not asked for: another region, another kind of structure
 * @param applied whether anything was written; a second run of the same file changes nothing and applies nothing
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

    /** Whether the file was taken: nothing refused, or the rest was applied all the same. */
    public boolean accepted() {
        return applied || refused.isEmpty();
    }
}
