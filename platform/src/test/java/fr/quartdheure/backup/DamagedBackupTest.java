package fr.quartdheure.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not stand in a backup as it was written, or cannot be put back here, is refused and leaves nothing. */
class DamagedBackupTest {

    private static final int PLACES = 60;
    private static final int BEGINNING = 400;
    private static final String PASSPHRASE = "cinq mots tirés au sort";
    private static final About ABOUT = new About("0.1.0", 1, "18.6", "demo", Instant.EPOCH, 3_000_000);

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    private BackupKey hers = Passphrase.of(PASSPHRASE);

    @BeforeEach
    void write() throws IOException {
        Recipient.generate(folder.resolve("hers"));
        hers = Recipient.privateIn(folder.resolve("hers"));
        file = write(ABOUT, "postgresql/PG_VERSION");
    }

    @Test
    void aSoundOneIsRead() throws IOException {
        var sound = BackupReading.verify(file, Passphrase.of(PASSPHRASE), BackupProgress.SILENT);
        assertThat(sound.about()).isEqualTo(ABOUT);
        assertThat(sound.manifest().files()).hasSize(1);
    }

    @Test
    void aWrongPassphraseIsToldAsSuch() {
        assertThatThrownBy(() -> verify(file, "cinq mots tirés au sors"))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("passphrase does not open");
    }

    @Test
    void theSameWordsOpenItHoweverTheirAccentsAreComposed() throws IOException {
        verify(file, "cinq mots tire\u0301s au sort ");
    }

    @Test
    void aFlippedBitIsNoticedWhereverItIs() throws IOException {
        byte[] sound = Files.readAllBytes(write(ABOUT, "postgresql/PG_VERSION", forHer()));
        for (int place : places(sound.length)) {
            byte[] damaged = sound.clone();
            damaged[place] ^= (byte) (1 << (place % 8));
            refused(damaged, "bit flipped in byte " + place);
        }
    }

    @Test
    void aMissingEndIsNoticedWhereverItBegins() throws IOException {
        byte[] sound = Files.readAllBytes(write(ABOUT, "postgresql/PG_VERSION", forHer()));
        for (int place : places(sound.length)) {
            refused(Arrays.copyOf(sound, place), "cut off at byte " + place);
        }
        refused(Arrays.copyOf(sound, sound.length - 1), "last byte cut off");
        refused(Arrays.copyOf(sound, sound.length + 1), "one byte more");
    }

    @Test
    void aDamagedOneLeavesNothingBehind() throws IOException {
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length - 10] ^= 1;
        Files.write(file, damaged);
        restoreRefused(file, "take another copy");
    }

    @Test
    void aNewerOneIsRefusedBeforeAnythingIsWritten() throws IOException {
        restoreRefused(write(about(9999, "18.6", 1), "postgresql/PG_VERSION"), "made by a newer version");
        restoreRefused(write(about(1, "19.1", 1), "postgresql/PG_VERSION"), "PostgreSQL 19.1");
        restoreRefused(write(about(1, "18.6", Long.MAX_VALUE / 2), "postgresql/PG_VERSION"), "no room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "postgresql/../../outside", "/tmp/quartdheure-outside"})
    void aPathOutsideIsRefused(String path) throws IOException {
        restoreRefused(write(ABOUT, path), "a path outside of itself");
    }

    @Test
    void aFolderThatHoldsAnythingIsLeftAsItIs() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(kept.resolve("note.txt"), "à garder");
        assertThatThrownBy(() -> restore(kept, file))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("is not empty");
        assertThat(kept.resolve("note.txt")).hasContent("à garder");
    }

    @Test
    void whatIsNoBackupIsToldSo() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "PK\u0003\u0004");
        assertThatThrownBy(() -> verify(other, PASSPHRASE)).hasMessageContaining("is no backup");
        assertThatThrownBy(() -> verify(folder.resolve("none"), PASSPHRASE)).hasMessageContaining("There is no backup");
    }

    private BackupKey forHer() throws IOException {
        return Recipient.publicIn(folder.resolve("hers.pub"));
    }

    private static int[] places(int length) {
        // The beginning, which is in clear, and places drawn with a seed.
        return IntStream.concat(
                        IntStream.range(0, BEGINNING).filter(place -> place % 11 == 0),
                        new Random(20261122).ints(PLACES, 0, length))
                .toArray();
    }

    /** With a key that opens at once: each try of a passphrase is made to be slow. */
    private void refused(byte[] bytes, String what) throws IOException {
        Path damaged = folder.resolve("damaged");
        Files.write(damaged, bytes);
        assertThatThrownBy(() -> BackupReading.verify(damaged, hers, BackupProgress.SILENT))
                .as(what)
                .isInstanceOf(BackupRefused.class);
    }

    private void restoreRefused(Path backup, String because) {
        Path target = folder.resolve("target");
        assertThatThrownBy(() -> restore(target, backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining(because);
        assertThat(target).doesNotExist();
    }

    private static void restore(Path target, Path backup) throws IOException {
        Restoring.into(target, backup, Passphrase.of(PASSPHRASE), BackupProgress.SILENT);
    }

    private static void verify(Path backup, String passphrase) throws IOException {
        BackupReading.verify(backup, Passphrase.of(passphrase), BackupProgress.SILENT);
    }

    private static About about(int schema, String postgres, long bytes) {
        return new About("9.0", schema, postgres, "demo", Instant.EPOCH, bytes);
    }

    /** Three megabytes that do not compress: several segments. */
    private Path write(About about, String path) throws IOException {
        return write(about, path, Passphrase.of(PASSPHRASE));
    }

    private Path write(About about, String path, BackupKey closing) throws IOException {
        var content = new byte[3_000_000];
        new Random(15).nextBytes(content);
        var key = new byte[Envelope.KEY_BYTES];
        Path written = Files.createTempFile(folder, "written-", ".backup");
        try (var out = Files.newOutputStream(written);
                var plain = Envelope.closing(out, closing.close(key), key);
                var archive = new ArchiveWriter(plain, about, BackupProgress.SILENT)) {
            archive.file(path, new ByteArrayInputStream(content));
            archive.end(new Manifest(archive.files(), Map.of(), 0, "", "0"));
        }
        return written;
    }
}
