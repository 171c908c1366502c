package fr.quartdheure.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a whole backup and compares each of its bytes with what was written, without putting it back. */
public final class BackupReading {

    private BackupReading() {}

    /** What a sound backup says of itself. */
    public record Sound(About about, Manifest manifest) {}

    /** @throws BackupRefused when it cannot be opened with this key, is damaged or cut off */
    public static Sound verify(Path file, BackupKey key, BackupProgress progress) throws IOException {
        return read(file, key, ArchiveReader.Destination.NOWHERE, progress);
    }

    static Sound read(Path file, BackupKey key, ArchiveReader.Destination to, BackupProgress progress)
            throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BackupRefused("There is no backup to read at " + file + ".");
        }
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                var plain = Envelope.opening(bytes, key)) {
            var found = new ArchiveReader(plain, progress).read(to);
            return new Sound(found.about(), found.manifest());
        }
    }
}
