package fr.quartdheure.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.database.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a real PostgreSQL that works meanwhile, and what is put back from them. */
class BackupModuleTest {

    private static final BackupKey WORDS = Passphrase.of("cinq mots tirés au sort");

    private static final WrittenTo WORK = WrittenTo.start();

    @TempDir
    private Path folder;

    @BeforeAll
    static void migrate() throws Exception {
        WORK.migrate();
    }

    @AfterAll
    static void stop() throws Exception {
        WORK.close();
    }

    @Test
    void whatWasAcknowledgedBeforeTheEndIsThereAndNothingIsHalf() throws Exception {
        BackupTaking.Taken taken;
        List<WrittenTo.Acknowledged> acknowledged;
        try (var writers = WORK.write(4)) {
            writers.await(50);
            taken = take(WORDS, BackupProgress.SILENT);
            acknowledged = writers.stop();
        }
        long upTo = Long.parseLong(taken.manifest().upTo(), 16);
        var before = acknowledged.stream().filter(one -> one.place() <= upTo).toList();
        assertThat(before).hasSizeGreaterThan(50);
        assertThat(taken.manifest().rows()).isNotEmpty();

        Path back = folder.resolve("back");
        var restored = Restoring.into(back, taken.file(), WORDS, BackupProgress.SILENT);

        assertThat(restored.isCounted()).isTrue();
        try (var server = PostgresServer.start(back)) {
            var words = WrittenTo.words(server);
            assertThat(words)
                    .containsAll(before.stream().map(WrittenTo.Acknowledged::id).toList())
                    .hasSize(Math.toIntExact(taken.manifest().rows().getOrDefault("public.word", -1L)));
            assertThat(WrittenTo.echoes(server)).isEqualTo(words);
        }
    }

    @Test
    void theRestOfTheFolderComesBackAndIsItsOwnersAlone() throws Exception {
        Files.createDirectories(WORK.data().resolve("agendas/2026-11-23"));
        Files.writeString(WORK.data().resolve("agendas/2026-11-23/prades.html"), "<p>Mme Soler, 9 h</p>");
        var taken = take(WORDS, BackupProgress.SILENT);
        assertThat(Files.getPosixFilePermissions(taken.file())).hasSize(2);

        Path back = folder.resolve("back");
        Restoring.into(back, taken.file(), WORDS, BackupProgress.SILENT);

        assertThat(back.resolve("agendas/2026-11-23/prades.html")).hasContent("<p>Mme Soler, 9 h</p>");
        assertThat(Files.getPosixFilePermissions(back.resolve("agendas/2026-11-23/prades.html")))
                .hasSize(2);
        assertThat(back.resolve("database-password"))
                .hasSameTextualContentAs(WORK.data().resolve("database-password"));
        assertThat(back.resolve(Restoring.ASIDE)).doesNotExist();
    }

    @Test
    void aBackupForARecipientIsOpenedByHerKeyAlone() throws Exception {
        Recipient.generate(folder.resolve("hers"));
        Recipient.generate(folder.resolve("another"));
        var taken = take(Recipient.publicIn(folder.resolve("hers.pub")), BackupProgress.SILENT);

        var found =
                BackupReading.verify(taken.file(), Recipient.privateIn(folder.resolve("hers")), BackupProgress.SILENT);

        assertThat(found.manifest()).isEqualTo(taken.manifest());
        refused(taken.file(), Recipient.privateIn(folder.resolve("another")), "does not open the backup");
        refused(taken.file(), WORDS, "--key");
        assertThatThrownBy(() -> Recipient.privateIn(folder.resolve("hers.pub")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("no private key");
        assertThatThrownBy(() -> Recipient.publicIn(folder.resolve("hers")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("no public key");
        assertThatThrownBy(() -> Recipient.generate(folder.resolve("hers")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("never overwritten");
    }

    @Test
    void anInterruptedBackupLeavesNeitherFileNorSlot() throws Exception {
        Files.createFile(folder.resolve(".quartdheure-20261122T031500Z.backup.999999999.part"));
        BackupProgress stops = (files, bytes, total) -> {
            if (files == 100) {
                throw new IllegalStateException("interrupted");
            }
        };
        assertThatThrownBy(() -> take(WORDS, stops)).hasMessage("interrupted");
        assertThat(content(folder)).isEmpty();
        assertThat(WORK.number("select count(*) from pg_replication_slots")).isZero();
        assertThat(take(WORDS, BackupProgress.SILENT).file()).isRegularFile();
        assertThat(WORK.number("select count(*) from pg_replication_slots")).isZero();
    }

    @Test
    void aTransactionThatHoldsItsTablesDoesNotHoldTheBackup() throws Exception {
        try (var connection = ServerSession.connect(WORK.server());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into public.word (id) values (-1)");
            var taken = take(WORDS, BackupProgress.SILENT);
            assertThat(taken.manifest().rows()).isEmpty();
            connection.rollback();

            Path back = folder.resolve("back");
            assertThat(Restoring.into(back, taken.file(), WORDS, BackupProgress.SILENT)
                            .isCounted())
                    .isFalse();
            try (var server = PostgresServer.start(back)) {
                assertThat(WrittenTo.words(server)).doesNotContain(-1L);
            }
        }
    }

    @Test
    void nothingIsTakenWhereNothingCanBe() throws IOException {
        assertThatThrownBy(() -> taking(folder, WORDS, BackupProgress.SILENT).into(folder))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("There is no database in");
        assertThatThrownBy(
                        () -> taking(WORK.data(), WORDS, BackupProgress.SILENT).into(folder.resolve("nowhere")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("make the folder");
        assertThatThrownBy(
                        () -> taking(WORK.data(), WORDS, BackupProgress.SILENT).into(WORK.data()))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("inside the data folder");
        assertThatThrownBy(() -> Passphrase.of("  trop court "))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("too short");
        assertThat(content(folder)).isEmpty();
    }

    private BackupTaking.Taken take(BackupKey key, BackupProgress progress) throws IOException {
        return taking(WORK.data(), key, progress).into(folder);
    }

    private static BackupTaking taking(Path data, BackupKey key, BackupProgress progress) {
        return new BackupTaking(data, key, "0.1.0", Clock.systemUTC(), progress);
    }

    private static void refused(Path file, BackupKey key, String because) {
        assertThatThrownBy(() -> BackupReading.verify(file, key, BackupProgress.SILENT))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining(because);
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
