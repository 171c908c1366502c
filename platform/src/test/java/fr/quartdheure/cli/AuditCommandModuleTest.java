package fr.quartdheure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditCommandModuleTest {

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path data;

    @BeforeEach
    void write() {
        jdbc.sql("""
                insert into audit.trace (at, role, act, subject_kind, subject_ids)
                values ('2026-11-23T08:00:00.000001Z', 'public', 'book', 'patient',
                  '{6ba7b810-9dad-11d1-80b4-00c04fd430c8}')
                """).update();
        // Computed apart, by the description in docs/security.md.
        jdbc.sql("""
                insert into audit.link (position, trace_id, hash)
                select 1, id, decode(:hash, 'hex') from audit.trace
                """)
                .param("hash", "4ea23a2bac0baa256f925f2452fd3a52d95c40419eb46bf7d8f2a0d3a1021cc6")
                .update();
    }

    @Test
    void anIntactChainIsToldSo() {
        assertThat(verify()).isZero();
        assertThat(said.toString()).contains("intact: true", "events: 1", "not-sealed-yet: 0");
    }

    @Test
    void theFirstBadTraceIsNamedAndTheCommandRefuses() {
        jdbc.sql("alter table audit.trace disable trigger user").update();
        jdbc.sql("update audit.trace set act = 'read'").update();
        assertThat(verify()).isEqualTo(2);
        assertThat(said.toString())
                .contains("intact: false", "first-bad-position: 1", "fault: the trace is not the one that was sealed");
    }

    @Test
    void headsThatNobodySignedAreRefused() throws IOException {
        Path heads = Files.createDirectories(data.resolve("heads"));
        Files.writeString(heads.resolve("2026-11-23.txt"), "1 0 demain rien\n");
        assertThat(verify("--heads", heads.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("The heads cannot be trusted: there is no key.pub.pem in");
        assertThat(verify("--heads", data.resolve("ailleurs").toString())).isEqualTo(2);
        assertThat(said.toString()).contains("There is no folder");
    }

    private int verify(String... more) {
        var arguments = new java.util.ArrayList<>(
                java.util.List.of("audit", "verify", "--data", data.toString(), "--database", url()));
        arguments.addAll(java.util.List.of(more));
        return Quartdheure.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments.toArray(String[]::new));
    }

    private String url() {
        String password = URLEncoder.encode(String.valueOf(database.getPassword()), StandardCharsets.UTF_8);
        String before = database.getUrl() + (database.getUrl().contains("?") ? "&" : "?");
        return before + "user=" + database.getUser() + "&password=" + password;
    }
}
