package fr.quartdheure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.database.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as an operator gives them, on a folder whose platform stands still. */
class BackupCommandModuleTest {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void aBackupIsTakenVerifiedAndPutBack() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        String data = birth();
        Path words = Files.writeString(folder.resolve("words"), "cinq mots tirés au sort\n");

        assertThat(run("backup", folder.toString(), "--data", data, "--passphrase-file", words.toString(), "--json"))
                .isZero();
        assertThat(said.toString()).contains("\"rows-counted\":true", "\"appointments\":0", "\"seconds\":");
        Path file = backup();
        assertThat(run("backup", "verify", file.toString(), "--passphrase-file", words.toString()))
                .isZero();
        assertThat(said.toString()).contains("sound: true", "holds.mode: unborn");
        assertThat(run("restore", file.toString(), "--data", data, "--passphrase-file", words.toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("is not empty");
        String back = folder.resolve("back").toString();
        assertThat(run("restore", file.toString(), "--data", back, "--passphrase-file", words.toString()))
                .isZero();
        assertThat(said.toString()).contains("rows-as-backed-up: yes", "next: bin/quartdheure start --data " + back);
    }

    @Test
    void aKeyIsMadeOnce() {
        String key = folder.resolve("key").toString();
        assertThat(run("backup", "key", key)).isZero();
        assertThat(said.toString()).contains("private: " + key, "public: " + key + ".pub");
        assertThat(run("backup", "key", key)).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(run("backup")).isEqualTo(64);
        assertThat(run("restore", "file")).isEqualTo(64);
        assertThat(run("backup", folder.toString(), "--data", folder.toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--passphrase-stdin or --recipient");
        assertThat(run("backup", folder.toString(), "--passphrase-file", "f", "--recipient", "k"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("not several");
    }

    /** A database that the platform has migrated, and nobody has begun to use. */
    private String birth() throws IOException {
        Path data = folder.resolve("data");
        try (var server = PostgresServer.start(data)) {
            Flyway.configure()
                    .dataSource(server.jdbcUrl(), server.user(), server.password())
                    .table("schema_history")
                    .load()
                    .migrate();
        }
        return data.toString();
    }

    private Path backup() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".backup"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private int run(String... arguments) {
        return Quartdheure.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }
}
