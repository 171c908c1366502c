package fr.quartdheure.backup;

import fr.quartdheure.audit.ChainCheck;
import fr.quartdheure.audit.ChainVerification;
import fr.quartdheure.database.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Lets PostgreSQL recover what was restored, and compares it with what the backup says that it holds. */
final class RecoveredDatabase {

    private RecoveredDatabase() {}

    /** @throws BackupRefused when it is not what was backed up */
    static ChainCheck.Finding check(Path data, Manifest manifest) throws IOException {
        PostgresServer.handOver(data);
        try (var server = PostgresServer.start(data);
                var connection = ServerSession.connect(server)) {
            connection.setAutoCommit(false);
            if (!manifest.rows().isEmpty()) {
                compare(manifest.rows(), Tables.count(connection));
            }
            var finding = verify(connection, data.resolve("audit"));
            if (!manifest.rows().isEmpty() && finding.events() != manifest.auditPosition()) {
                throw new BackupRefused("The chain of traces ends at " + finding.events() + ", the backup says "
                        + manifest.auditPosition() + ": take another backup.");
            }
            connection.rollback();
            return finding;
        } catch (SQLException e) {
            throw new IOException("PostgreSQL refused what was restored: " + e.getMessage(), e);
        }
    }

    private static void compare(Map<String, Long> said, Map<String, Long> found) {
        var tables = new TreeSet<>(said.keySet());
        tables.addAll(found.keySet());
        for (String table : tables) {
            long before = said.getOrDefault(table, -1L);
            long now = found.getOrDefault(table, -1L);
            if (before != now) {
                throw new BackupRefused("The table " + table + " holds " + now + " rows, the backup says " + before
                        + ": take another backup, and keep this one to find out why.");
            }
        }
    }

    private static ChainCheck.Finding verify(Connection connection, Path audit) throws IOException {
        var source = new SingleConnectionDataSource(connection, true);
        var finding = ChainVerification.of(source).verify(audit.resolve("heads"), audit, read -> {});
        finding.fault().ifPresent(fault -> {
            throw new BackupRefused("The chain of traces is broken at position " + fault.from()
                    + " (" + fault.kind() + "): it was so when the backup was taken, or heads and database are not of"
                    + " the same backup. Restore an older one, and keep this one as evidence.");
        });
        return finding;
    }
}
