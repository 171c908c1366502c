package fr.quartdheure.backup;

import fr.quartdheure.audit.ChainEnd;
import fr.quartdheure.database.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The moment that a restore comes back to: a place in the log, and what the tables held exactly then.
 *
 * @param place the end of a record that stands on the disk
 * @param rows of each table; empty when there was no moment to count at
 */
record Moment(long place, Map<String, Long> rows, Optional<ChainEnd> chain) {

    private static final Logger LOG = LoggerFactory.getLogger(Moment.class);
    private static final int TRIES = 4000;
    private static final String SNAPSHOT = "set transaction isolation level repeatable read";

    /**
     * Nobody is held up: a moment is awaited in which nobody writes. A word goes into the log between two snapshots.
     * Whoever had committed before the word without being seen by the first one is either still about to end, or has
     * ended since and makes the second one differ; otherwise the first saw what stands before the word, exactly.
     */
    static Moment of(PostgresServer server) throws SQLException, IOException {
        try (var counting = ServerSession.connect(server);
                var beside = ServerSession.connect(server)) {
            counting.setAutoCommit(false);
            for (int tries = 0; tries < TRIES; tries++) {
                execute(counting, SNAPSHOT);
                String seen = Tables.snapshot(counting);
                long place = Tables.mark(counting, false);
                if (!Tables.isAnybodyWriting(beside) && seen.equals(Tables.snapshot(beside))) {
                    Tables.mark(beside, true);
                    return new Moment(place, Tables.count(counting), Tables.chainEnd(counting));
                }
                counting.rollback();
                pause();
            }
            LOG.warn("The rows are not counted: there was always a transaction that might commit");
            return new Moment(Tables.mark(beside, true), Map.of(), Optional.empty());
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the backup waited for a quiet moment", e);
        }
    }
}
