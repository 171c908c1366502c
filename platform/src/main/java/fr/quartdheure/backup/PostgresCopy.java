package fr.quartdheure.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of PostgreSQL between the start and the stop of a backup, as its manual wants them copied. */
final class PostgresCopy {

    static final String FOLDER = "postgresql";

    /** Made anew by each start; only the folder itself must be there. */
    private static final Set<String> CONTENT_LEFT_OUT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Pattern LEFT_OUT = Pattern.compile("postmaster\\.(pid|opts)|backup_label.*|tablespace_map.*"
            + "|backup_manifest.*|current_logfiles.*|pg_internal\\.init.*|pgsql_tmp.*|pg_control");

    private final Path folder;
    private final ArchiveWriter archive;

    PostgresCopy(Path data, ArchiveWriter archive) {
        this.folder = data.resolve(FOLDER);
        this.archive = archive;
    }

    void copyFiles() throws IOException {
        Files.walkFileTree(folder, new Copying());
        archive.file(FOLDER + "/global/pg_control", new ByteArrayInputStream(control()));
    }

    void addLabel(ServerSession.Stopped stopped) throws IOException {
        if (!stopped.tablespaces().isEmpty()) {
            throw new BackupRefused("This database has tablespaces outside its data folder, which the platform never"
                    + " makes: move their tables back, or back up with pg_basebackup.");
        }
        archive.file(
                FOLDER + "/backup_label",
                new ByteArrayInputStream(stopped.label().getBytes(StandardCharsets.UTF_8)));
    }

    /** From where a recovery begins to the very byte where it shall end: after it, there is nothing to read. */
    void copyLog(ServerSession.LogShape shape, long from, long upTo) throws IOException {
        long last = (upTo - 1) / shape.segment();
        for (long number = from / shape.segment(); number <= last; number++) {
            String name = shape.fileOf(number);
            long kept = Math.min(upTo - number * shape.segment(), shape.segment());
            try (var file = Files.newInputStream(folder.resolve("pg_wal").resolve(name))) {
                byte[] begun = file.readNBytes(Math.toIntExact(kept));
                var rest = new ByteArrayInputStream(new byte[Math.toIntExact(shape.segment() - kept)]);
                archive.file(
                        FOLDER + "/pg_wal/" + name, new SequenceInputStream(new ByteArrayInputStream(begun), rest));
            }
        }
    }

    /** Read until twice the same: it may be written in this very moment. */
    private byte[] control() throws IOException {
        Path file = folder.resolve("global/pg_control");
        byte[] read = Files.readAllBytes(file);
        for (byte[] again = Files.readAllBytes(file); !Arrays.equals(read, again); again = Files.readAllBytes(file)) {
            read = again;
        }
        return read;
    }

    private final class Copying extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
            String name = folder.relativize(visited).toString();
            if (visited.getFileName().toString().startsWith("pgsql_tmp")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            archive.folder(name.isEmpty() ? FOLDER : FOLDER + "/" + name);
            return CONTENT_LEFT_OUT.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isRegularFile()
                    || LEFT_OUT.matcher(visited.getFileName().toString()).matches()) {
                return FileVisitResult.CONTINUE;
            }
            try (var content = Files.newInputStream(visited)) {
                archive.file(FOLDER + "/" + folder.relativize(visited), content);
            } catch (NoSuchFileException e) {
                // A table dropped meanwhile: the log drops it again.
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path visited, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
