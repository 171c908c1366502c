package fr.quartdheure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.audit.ChainCheck.Finding;
import fr.quartdheure.audit.ChainCheck.Kind;
import fr.quartdheure.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain over a real database, with people who do not end in the order in which they began. */
class SealingModuleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Traces traces = new Traces(jdbc);
    private final Links links = new Links(jdbc, database);
    private final Sealer sealer = new Sealer(links, transaction);
    private final ChainVerification verification = new ChainVerification(links);

    @TempDir
    private Path data;

    @Test
    void everyCommittedTraceIsChainedOnce() throws IOException {
        write(3);
        transaction.executeWithoutResult(status -> {
            write(1);
            status.setRollbackOnly();
        });
        sealer.seal();
        sealer.seal();
        write(2);
        sealer.seal();
        assertThat(verify().fault()).isEmpty();
        assertThat(verify().events()).isEqualTo(5);
        assertThat(verification.countUnsealed()).isZero();
    }

    @Test
    void whoBeganEarlierAndEndsLaterIsNotForgotten() throws Exception {
        var written = new CountDownLatch(1);
        var sealed = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> transaction.executeWithoutResult(status -> {
                write(1);
                written.countDown();
                await(sealed);
            }));
            written.await();
            write(4);
            sealer.seal();
            assertThat(verify().events()).as("nobody waits for the slow one").isEqualTo(4);
            write(1);
            sealer.seal();
            sealed.countDown();
            slow.get();
        }
        sealer.seal();
        assertThat(verify().fault()).isEmpty();
        assertThat(verify().events()).isEqualTo(6);
        assertThat(verification.countUnsealed()).isZero();
    }

    @Test
    void manyWritersAndSeveralSealersMakeOneChain() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 6; writer++) {
                threads.submit(() -> {
                    for (int time = 0; time < 50; time++) {
                        transaction.executeWithoutResult(status -> write(2));
                    }
                });
                threads.submit(() -> {
                    for (int time = 0; time < 10; time++) {
                        sealer.seal();
                    }
                });
            }
        }
        sealer.seal();
        assertThat(verify().fault()).isEmpty();
        assertThat(verify().events()).isEqualTo(600);
    }

    @Test
    void neitherTracesNorLinksCanBeChanged() {
        write(1);
        sealer.seal();
        for (String act : List.of(
                "update audit.trace set reason = 'x'",
                "delete from audit.trace",
                "truncate audit.trace",
                "update audit.link set position = 7",
                "delete from audit.link",
                "truncate audit.link")) {
            assertThatThrownBy(() -> jdbc.sql(act).update()).as(act).hasMessageContaining("append-only");
        }
    }

    @Test
    void whoChangesThemAllTheSameIsFoundOut() throws IOException {
        write(5);
        sealer.seal();
        HeadLog log = log();
        log.write();
        as("delete from audit.trace where id = (select trace_id from audit.link where position = 4)");
        assertThat(verify().fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.TRACE_MISSING);
            assertThat(fault.from()).isEqualTo(4);
        });
        as("update audit.trace set reason = 'autre' where id = (select trace_id from audit.link where position = 2)");
        assertThat(verify().fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.ALTERED);
            assertThat(fault.from()).isEqualTo(2);
        });
    }

    @Test
    void theHeadOutsideRemembersWhatWasCutOff() throws IOException {
        write(5);
        sealer.seal();
        log().write();
        as("delete from audit.trace where id in (select trace_id from audit.link where position > 3)");
        as("delete from audit.link where position > 3");
        assertThat(verify().fault()).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.CUT_OFF);
            assertThat(fault.from()).isEqualTo(4);
        });
    }

    @Test
    void headsAreWrittenWhenTheChainMovedAndBelieveNobodyElse() throws IOException {
        HeadLog log = log();
        log.write();
        write(1);
        sealer.seal();
        log.write();
        log.write();
        write(1);
        sealer.seal();
        log.write();
        Path file = data.resolve("audit/heads/2026-11-23.txt");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(Files.getPosixFilePermissions(data.resolve("audit/key.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(verify().vouched()).isEqualTo(2);
        Files.writeString(file, lines.getFirst().replaceFirst("^1 ", "7 ") + "\n");
        assertThatThrownBy(this::verify).hasMessage("2026-11-23.txt, line 1 is not signed by key.pub.pem");
        Files.writeString(file, "rien\n");
        assertThatThrownBy(this::verify).hasMessage("2026-11-23.txt, line 1 is no head");
    }

    private Finding verify() throws IOException {
        Path audit = data.resolve("audit");
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                try {
                    return verification.verify(audit.resolve("heads"), audit, read -> {});
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private HeadLog log() {
        return new HeadLog(links, new AuditSettings(data, null), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void write(int times) {
        for (int time = 0; time < times; time++) {
            traces.write(Trace.of("read", "patient", UUID.randomUUID()).because("d’un « essai »"));
        }
    }

    /** As somebody who owns the database. */
    private void as(String act) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(act).update();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
