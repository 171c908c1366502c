package fr.quartdheure.desk.admin;

import fr.quartdheure.intake.ImportReport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page shows it.
 *
 * @param percent of the file read, 0 to 100; at 100 the rows are being written
 * @param report what came of it, once it is over
 * @param incident the number under which a failure stands in the log
 */
public record ImportJob(
        ImportKind kind,
        String fileName,
        int percent,
        long rows,
        @Nullable ImportReport report,
        @Nullable String incident) {

    static ImportJob started(ImportKind kind, String fileName) {
        return new ImportJob(kind, fileName, 0, 0, null, null);
    }

    ImportJob read(long readRows, long bytes, long total) {
        int done = total <= 0 ? 0 : (int) Math.clamp(100 * bytes / total, 0, 100);
        return new ImportJob(kind, fileName, done, readRows, null, null);
    }

    ImportJob over(ImportReport result) {
        return new ImportJob(kind, fileName, 100, rows, result, null);
    }

    ImportJob failed() {
        return new ImportJob(
                kind, fileName, percent, rows, null, UUID.randomUUID().toString());
    }

    public boolean running() {
        return report == null && incident == null;
    }
}
