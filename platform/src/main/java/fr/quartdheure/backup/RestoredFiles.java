package fr.quartdheure.backup;

import fr.quartdheure.database.PostgresServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Writes the files of a backup, readable by their owner alone, once it is sure that they can be used here. */
final class RestoredFiles implements ArchiveReader.Destination {

    private static final long SPARE = 64L << 20;
    private static final FileAttribute<?> OWN_FOLDER = attribute("rwx------");
    private static final FileAttribute<?> OWN_FILE = attribute("rw-------");

    private final Path home;
    private final Path aside;

    RestoredFiles(Path home, Path aside) {
        this.home = home;
        this.aside = aside;
    }

    @Override
    public void begin(About about) throws IOException {
        String major = PostgresServer.version().replaceAll("\\D.*", "");
        if (!about.major().equals(major)) {
            throw new BackupRefused("The backup is of PostgreSQL " + about.postgres() + ", this version of the platform"
                    + " brings PostgreSQL " + major + ": restore it with the version that made it (" + about.platform()
                    + "), export there and import here.");
        }
        if (about.schema() > newestMigration()) {
            throw new BackupRefused("The backup was made by a newer version (" + about.platform() + ", migration "
                    + about.schema() + "; this one knows " + newestMigration() + "): restore it with that version.");
        }
        long free = Files.getFileStore(home).getUsableSpace();
        if (free < about.bytes() + SPARE) {
            throw new BackupRefused(
                    "There is no room in " + home + ": the backup takes " + megabytes(about.bytes() + SPARE) + " MB, "
                            + megabytes(free) + " MB are free. Make room, or name a folder on another disk.");
        }
    }

    @Override
    public void folder(String path) throws IOException {
        Path folder = inside(path);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, OWN_FOLDER);
        }
    }

    @Override
    public OutputStream file(String path) throws IOException {
        Path file = inside(path);
        Files.createDirectories(file.getParent(), OWN_FOLDER);
        return Channels.newOutputStream(
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWN_FILE));
    }

    private Path inside(String path) {
        Path file = aside.resolve(path).normalize();
        if (!file.startsWith(aside) || file.equals(aside)) {
            throw new BackupRefused(
                    "The backup holds a path outside of itself, " + path + ": it is not the platform's.");
        }
        return file;
    }

    private static int newestMigration() throws IOException {
        int newest = 0;
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*__*.sql")) {
            String name = String.valueOf(file.getFilename());
            newest = Math.max(newest, Integer.parseInt(name.substring(1, name.indexOf('_'))));
        }
        return newest;
    }

    private static long megabytes(long bytes) {
        return (bytes >> 20) + 1;
    }

    private static FileAttribute<?> attribute(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
