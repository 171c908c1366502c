package fr.quartdheure.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs carried in the application, unpacked once per version. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /** Returns the folder that holds {@code bin/postgres}, unpacking the archive there when it is not yet complete. */
    static Path unpackedIn(Path cache, String version) throws IOException {
        Path home = cache.resolve("postgresql-" + version);
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        Files.createDirectories(cache);
        Path aside = Files.createTempDirectory(cache, "unpacking-");
        unpackTo(aside);
        openToAll(aside);
        try {
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process may have finished first: its copy is as good as ours.
            deleteTree(aside);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
        return home;
    }

    private static void unpackTo(Path target) throws IOException {
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException("the PostgreSQL archive " + ARCHIVE
                        + " is not in the application: use --database with a PostgreSQL of your own");
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, target);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the archive holds a path outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & EXECUTABLE) != 0) {
                Files.setPosixFilePermissions(file, EnumSet.allOf(PosixFilePermission.class));
            }
        }
    }

    private static void openToAll(Path folder) throws IOException {
        var readable = EnumSet.allOf(PosixFilePermission.class);
        readable.remove(PosixFilePermission.GROUP_WRITE);
        readable.remove(PosixFilePermission.OTHERS_WRITE);
        Files.setPosixFilePermissions(folder, readable);
    }

    private static void deleteTree(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
