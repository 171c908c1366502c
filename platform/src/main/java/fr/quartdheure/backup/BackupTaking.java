package fr.quartdheure.backup;

import fr.quartdheure.audit.ChainEnd;
import fr.quartdheure.database.PostgresServer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** Takes a backup of a data folder, beside the platform or while it stands still. */
public final class BackupTaking {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path data;
    private final BackupKey key;
    private final String platform;
    private final Clock clock;
    private final BackupProgress progress;

    /**
     * @param data the platform's data folder
     * @param platform the version of the platform, as it is told to whoever restores
     */
    public BackupTaking(Path data, BackupKey key, String platform, Clock clock, BackupProgress progress) {
        this.data = data.toAbsolutePath().normalize();
        this.key = key;
        this.platform = platform;
        this.clock = clock;
        this.progress = progress;
    }

    /** What was written. */
    public record Taken(Path file, long fileBytes, About about, Manifest manifest) {}

    /**
     * Writes one file into the folder, reads it again whole, and only then gives it its name.
     *
     * @throws BackupRefused when there is nothing to back up or no place to write; nothing is left then
     */
    public Taken into(Path folder) throws IOException {
        check(folder);
        PartFiles.clear(folder);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Path file = folder.resolve("quartdheure-" + STAMP.format(now) + ".backup");
        Path part = PartFiles.of(file);
        var own = new byte[Envelope.KEY_BYTES];
        new SecureRandom().nextBytes(own);
        try {
            write(part, own, now);
            var found = check(part, own);
            long size = Files.size(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return new Taken(file, size, found.about(), found.manifest());
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused the backup: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void check(Path folder) {
        if (!Files.exists(data.resolve("postgresql/PG_VERSION"))) {
            throw new BackupRefused("There is no database in " + data + ": name the platform's folder with --data. A"
                    + " PostgreSQL of your own is backed up with its own tools, such as pg_basebackup.");
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new BackupRefused("No backup can be written into " + folder
                    + ": make the folder, and give its owner's account the right to write there.");
        }
        if (folder.toAbsolutePath().normalize().startsWith(data)) {
            throw new BackupRefused("The backup would stand inside the data folder and be lost with it: name a folder"
                    + " elsewhere, best on another machine.");
        }
    }

    private void write(Path part, byte[] own, Instant now) throws IOException, SQLException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var alone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(part, options, alone);
                var server = PostgresServer.attachOrStart(data);
                var session = ServerSession.open(server)) {
            var file = new Kept(Channels.newOutputStream(channel));
            try (OutputStream plain = Envelope.closing(file, key.close(own), own);
                    var archive = new ArchiveWriter(plain, about(session, now), progress)) {
                write(archive, server, session);
            }
            channel.force(true);
        }
    }

    private void write(ArchiveWriter archive, PostgresServer server, ServerSession session)
            throws IOException, SQLException {
        long from = session.start();
        // Before the database: a signed head must not reach beyond the chain that is restored.
        new OtherFiles(data).copyTo(archive);
        var copy = new PostgresCopy(data, archive);
        copy.copyFiles();
        copy.addLabel(session.stop());
        Moment moment = Moment.of(server);
        copy.copyLog(session.shape(), from, moment.place());
        var chain = moment.chain();
        archive.end(new Manifest(
                archive.files(),
                moment.rows(),
                chain.map(ChainEnd::position).orElse(0L),
                chain.map(ChainEnd::hash).orElse(""),
                Long.toHexString(moment.place())));
    }

    private About about(ServerSession session, Instant now) throws IOException {
        return new About(
                platform, session.schema(), session.version(), session.mode(), now, new OtherFiles(data).allBytes());
    }

    /** With the key at hand: the machine that takes backups may hold no private one. */
    private ArchiveReader.Found check(Path part, byte[] own) throws IOException {
        try (var file = new BufferedInputStream(Files.newInputStream(part), 1 << 16);
                var plain = Envelope.opening(file, own)) {
            return new ArchiveReader(plain, BackupProgress.SILENT).read(ArchiveReader.Destination.NOWHERE);
        }
    }

    /** Left open by what is written through it: it is flushed to the disk afterwards. */
    private static final class Kept extends BufferedOutputStream {

        Kept(OutputStream out) {
            super(out, 1 << 16);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
