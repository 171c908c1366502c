package fr.quartdheure.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a whole backup, every byte of it, and compares it with its manifest. */
final class ArchiveReader {

    private final InputStream plain;
    private final BackupProgress progress;
    private final List<Manifest.Entry> files = new ArrayList<>();
    private @Nullable About about;
    private @Nullable Manifest manifest;
    private long bytes;

    /** What a backup is of, and what it holds. */
    record Found(About about, Manifest manifest) {}

    /** Where the files go. */
    interface Destination {

        /** Reads and checks, and keeps nothing. */
        Destination NOWHERE = new Destination() {
            @Override
            public void begin(About about) {}

            @Override
            public void folder(String path) {}

            @Override
            public OutputStream file(String path) {
                return OutputStream.nullOutputStream();
            }
        };

        /** Called first; refuses what cannot be put back. */
        void begin(About about) throws IOException;

        void folder(String path) throws IOException;

        OutputStream file(String path) throws IOException;
    }

    ArchiveReader(InputStream plain, BackupProgress progress) {
        this.plain = plain;
        this.progress = progress;
    }

    /** @throws BackupRefused when anything is not as it was written */
    Found read(Destination destination) throws IOException {
        var zip = new ZipInputStream(plain);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            take(entry, zip, destination);
        }
        // The directory of the archive, and the end of the last segment: what is cut off is noticed here.
        plain.transferTo(OutputStream.nullOutputStream());
        if (about == null || manifest == null || !manifest.files().equals(files)) {
            throw new BackupRefused("The backup does not hold what its manifest says: take another copy of it.");
        }
        return new Found(about, manifest);
    }

    private void take(ZipEntry entry, InputStream content, Destination destination) throws IOException {
        String name = entry.getName();
        if (about == null) {
            if (!name.equals(About.NAME)) {
                throw new BackupRefused("The backup does not begin with " + About.NAME + ": take another copy of it.");
            }
            about = Json.read(content.readAllBytes(), About.class);
            destination.begin(about);
        } else if (name.equals(Manifest.NAME)) {
            manifest = Json.read(content.readAllBytes(), Manifest.class);
        } else if (entry.isDirectory()) {
            destination.folder(name.substring(0, name.length() - 1));
        } else {
            keep(name, content, destination, about.bytes());
        }
    }

    private void keep(String name, InputStream content, Destination destination, long total) throws IOException {
        var digest = Digests.sha256();
        long size;
        try (var out = destination.file(name)) {
            size = new DigestInputStream(content, digest).transferTo(out);
        }
        files.add(new Manifest.Entry(name, size, HexFormat.of().formatHex(digest.digest())));
        bytes += size;
        progress.at(files.size(), bytes, total);
    }
}
