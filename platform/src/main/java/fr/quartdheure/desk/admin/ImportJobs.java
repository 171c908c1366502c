package fr.quartdheure.desk.admin;

import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs one import at a time beside the requests, and remembers the last one of this node. Thread-safe. */
@Component
class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    private final Map<String, Importer> importers;
    private final AtomicReference<@Nullable ImportJob> last = new AtomicReference<>();

    ImportJobs(List<Importer> importers) {
        this.importers = importers.stream().collect(Collectors.toUnmodifiableMap(Importer::kind, one -> one));
    }

    Optional<ImportJob> last() {
        return Optional.ofNullable(last.get());
    }

    /**
     * Starts an import of a file that is then deleted.
     *
     * @return whether it starts: not while another runs
     */
    boolean start(ImportKind kind, String fileName, ImportRequest request) {
        var before = last.get();
        var job = ImportJob.started(kind, fileName);
        if ((before != null && before.running()) || !last.compareAndSet(before, job)) {
            return false;
        }
        Thread.ofVirtual().name("import").start(() -> run(job, request));
        return true;
    }

    private void run(ImportJob job, ImportRequest request) {
        try {
            last.set(job.over(imported(job, request)));
        } catch (IOException | RuntimeException e) {
            var failed = job.failed();
            LOG.error("import of {} failed, incident {}", job.kind().code(), failed.incident(), e);
            last.set(failed);
        } finally {
            forget(request);
        }
    }

    private ImportReport imported(ImportJob job, ImportRequest request) throws IOException {
        Importer importer = Objects.requireNonNull(importers.get(job.kind().code()));
        return importer.run(request, (rows, bytes, total) -> last.set(job.read(rows, bytes, total)));
    }

    private static void forget(ImportRequest request) {
        try {
            Files.deleteIfExists(request.file());
        } catch (IOException e) {
            LOG.warn("the uploaded file stays behind: {}", e.getMessage());
        }
    }
}
