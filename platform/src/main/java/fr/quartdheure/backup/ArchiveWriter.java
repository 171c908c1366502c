package fr.quartdheure.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a backup as a ZIP, which any tool opens once it is decrypted. */
final class ArchiveWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final List<Manifest.Entry> files = new ArrayList<>();
    private final BackupProgress progress;
    private final long total;
    private long bytes;

    /** @param out closed with the writer */
    ArchiveWriter(OutputStream out, About about, BackupProgress progress) throws IOException {
        this.zip = new ZipOutputStream(out);
        this.progress = progress;
        this.total = about.bytes();
        zip.setLevel(Deflater.BEST_SPEED);
        paper(About.NAME, about);
    }

    void folder(String path) throws IOException {
        zip.putNextEntry(new ZipEntry(path + "/"));
        zip.closeEntry();
    }

    void file(String path, InputStream content) throws IOException {
        var digest = Digests.sha256();
        zip.putNextEntry(new ZipEntry(path));
        long size = new DigestInputStream(content, digest).transferTo(zip);
        zip.closeEntry();
        files.add(new Manifest.Entry(path, size, HexFormat.of().formatHex(digest.digest())));
        bytes += size;
        progress.at(files.size(), bytes, total);
    }

    List<Manifest.Entry> files() {
        return files;
    }

    void end(Manifest manifest) throws IOException {
        paper(Manifest.NAME, manifest);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void paper(String name, Object paper) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Json.bytes(paper));
        zip.closeEntry();
    }
}
