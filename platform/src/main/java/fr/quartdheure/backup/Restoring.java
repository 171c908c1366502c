package fr.quartdheure.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Puts a backup back into an empty folder: read and compared whole, recovered by PostgreSQL, counted and its chain of
 * traces verified. What is not sound in the end leaves nothing behind.
 */
public final class Restoring {

    /** Everything is made here first; a folder that holds nothing else was never finished. */
    static final String ASIDE = ".restoring";

    private final Path home;
    private final Path aside;
    private final BackupProgress progress;

    private Restoring(Path home, BackupProgress progress) {
        this.home = home;
        this.aside = home.resolve(ASIDE);
        this.progress = progress;
    }

    /**
     * What was restored.
     *
     * @param events traces in the verified chain
     * @param isCounted whether the backup says how many rows it holds; they are then as many
     */
    public record Restored(About about, Manifest manifest, long events, boolean isCounted) {}

    /**
     * @param folder empty, or not yet there
     * @throws BackupRefused when the backup or the folder will not do; nothing is left then
     */
    public static Restored into(Path folder, Path backup, BackupKey key, BackupProgress progress) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        boolean isNew = !Files.exists(home);
        checkEmpty(home);
        Files.createDirectories(home);
        var restoring = new Restoring(home, progress);
        try {
            return restoring.restore(backup, key);
        } catch (IOException | RuntimeException e) {
            delete(restoring.aside);
            if (isNew) {
                Files.deleteIfExists(home);
            }
            throw e;
        }
    }

    private Restored restore(Path backup, BackupKey key) throws IOException {
        delete(aside);
        Files.createDirectory(aside);
        var sound = BackupReading.read(backup, key, new RestoredFiles(home, aside), progress);
        var checked = RecoveredDatabase.check(aside, sound.manifest());
        finish();
        return new Restored(
                sound.about(),
                sound.manifest(),
                checked.events(),
                !sound.manifest().rows().isEmpty());
    }

    /** PostgreSQL's folder comes last: a folder without it is no platform's yet. */
    private void finish() throws IOException {
        Path postgres = aside.resolve(PostgresCopy.FOLDER);
        try (Stream<Path> files = Files.list(aside)) {
            for (Path file : files.filter(one -> !one.equals(postgres)).toList()) {
                Files.move(file, home.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.move(postgres, home.resolve(PostgresCopy.FOLDER), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(aside);
    }

    private static void checkEmpty(Path home) throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        if (!Files.isDirectory(home)) {
            throw new FileAlreadyExistsException(home.toString());
        }
        try (Stream<Path> files = Files.list(home)) {
            if (files.anyMatch(file -> !file.getFileName().toString().equals(ASIDE))) {
                throw new BackupRefused(
                        "The folder " + home + " is not empty: a backup is put back into an empty folder"
                                + " or one that is not there yet, never over data. Name another with --data.");
            }
        }
        String owner = Files.getOwner(home).getName();
        String me = System.getProperty("user.name");
        if (!owner.equals(me) || !Files.isWritable(home)) {
            throw new BackupRefused("The folder " + home + " belongs to " + owner + ", not to " + me
                    + ": restore as its owner, or name another with --data.");
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (FileSystemException e) {
            throw new IOException("What was half restored could not be deleted: delete " + folder + " by hand.", e);
        }
    }
}
