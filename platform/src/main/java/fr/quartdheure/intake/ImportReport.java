package fr.quartdheure.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import did, or would have done.
 *
 * @param kept rows of which the platform has a version of its own (local or demonstration), left as it is
 * @param skipped rows that are not asked for: another region, another kind of structure
 * @param applied whether what is added and updated was written; if not, nothing was
 * @param remarks what else whoever brought the file should know
 */
public record ImportReport(
        int added,
        int updated,
        int unchanged,
        int kept,
        int skipped,
        List<Refused> refused,
        boolean applied,
        List<Remark> remarks) {

    public ImportReport {
        refused = List.copyOf(refused);
        remarks = List.copyOf(remarks);
    }

    public ImportReport(
            int added, int updated, int unchanged, int kept, int skipped, List<Refused> refused, boolean applied) {
        this(added, updated, unchanged, kept, skipped, refused, applied, List.of());
    }

    /** A file refused whole. */
    public static ImportReport ofFile(Refused reason) {
        return new ImportReport(0, 0, 0, 0, 0, List.of(reason), false);
    }

    /** A file of which no row was taken, and none was meant for somebody else. */
    public static ImportReport ofNothing(List<Refused> refused) {
        var all = new ArrayList<Refused>();
        // Good files of communes that are not here yet say so in each row.
        if (refused.isEmpty()) {
            all.add(Refused.file("import.file.empty"));
        } else if (!refused.stream().allMatch(row -> row.key().equals("import.row.commune"))) {
            all.add(Refused.file("import.file.swapped"));
        }
        all.addAll(refused);
        return new ImportReport(0, 0, 0, 0, 0, all, false);
    }

    public ImportReport with(List<Remark> more) {
        return new ImportReport(added, updated, unchanged, kept, skipped, refused, applied, more);
    }

    /** Whether the file brought nothing that the platform did not know. */
    public boolean changesNothing() {
        return applied && added == 0 && updated == 0;
    }
}
