package fr.quartdheure.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A million traces sealed beside a running platform, then verified by the command. */
final class AuditLoad {

    private static final String COUNT = "select count(*) from audit.trace";
    private static final String UNSEALED = """
            select count(*) from audit.trace t where not exists (select from audit.link l where l.trace_id = t.id)
            """;
    private static final String ADD = """
            insert into audit.trace (role, act, subject_kind, subject_ids, reason, address)
            select 'secretary', 'read', 'patient', array[gen_random_uuid()], 'day-board', '127.0.0.1'
            from generate_series(1, ?)
            """;

    private final Application node;
    private final Path data;
    private final List<Figure> figures;
    private final int events;

    AuditLoad(Application node, Path data, boolean small, List<Figure> figures) {
        this.node = node;
        this.data = data;
        this.figures = figures;
        this.events = small ? 50_000 : 1_000_000;
    }

    void run() throws IOException, SQLException {
        try (Connection database = node.connect()) {
            int missing = events - (int) Scenarios.number(database, COUNT);
            if (missing > 0) {
                Desks.update(database, ADD, missing);
            }
            await(database, 120);
            sealing(database);
        }
        long begun = System.nanoTime();
        String said = Application.run("", "audit", "verify", "--data", data.toString());
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!said.contains("intact: true")) {
            throw new IllegalStateException(said);
        }
        figures.add(
                Figure.atMost("audit verify of " + events + " events or more, the command whole", seconds, "s", 60));
    }

    /** From the commit of one trace to its link. */
    private void sealing(Connection database) throws SQLException {
        double longest = 0;
        for (int time = 0; time < 20; time++) {
            Desks.update(database, ADD, 1);
            long begun = System.nanoTime();
            await(database, 10);
            longest = Math.max(longest, (System.nanoTime() - begun) / 1e9);
        }
        figures.add(Figure.atMost("a trace in the chain after its commit, longest of 20", longest, "s", 1));
    }

    private static void await(Connection database, int seconds) throws SQLException {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (Scenarios.number(database, UNSEALED) > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("traces are not sealed after " + seconds + " s");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
