package fr.quartdheure.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * What stands in the data folder beside PostgreSQL: the heads and key of the audit chain, the database's password, the
 * agendas for the day the computer is down. All but what each start makes anew: what is not known here is kept.
 */
final class OtherFiles {

    private static final Set<String> LEFT_OUT =
            Set.of(PostgresCopy.FOLDER, "postgresql.log", "in-use", "programs", Restoring.ASIDE);

    private final Path data;

    OtherFiles(Path data) {
        this.data = data;
    }

    void copyTo(ArchiveWriter archive) throws IOException {
        for (Path file : list()) {
            String name = data.relativize(file).toString();
            if (Files.isDirectory(file)) {
                archive.folder(name);
                continue;
            }
            try (var content = Files.newInputStream(file)) {
                archive.file(name, content);
            } catch (NoSuchFileException e) {
                // An agenda that is no longer kept.
                continue;
            }
        }
    }

    /** About what the whole folder takes, PostgreSQL with its log included. */
    long allBytes() throws IOException {
        var all = new LongAdder();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return all.sum();
    }

    private List<Path> list() throws IOException {
        var kept = new ArrayList<Path>();
        try (var children = Files.newDirectoryStream(
                data, one -> !LEFT_OUT.contains(one.getFileName().toString()))) {
            for (Path child : children) {
                try (Stream<Path> files = Files.walk(child)) {
                    files.filter(file -> Files.isDirectory(file) || Files.isRegularFile(file))
                            .forEach(kept::add);
                }
            }
        }
        return kept.stream().sorted().toList();
    }
}
