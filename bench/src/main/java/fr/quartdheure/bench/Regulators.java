package fr.quartdheure.bench;

import fr.quartdheure.bench.Load.Timed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The national SAS platform asks for the free slots of 25 practitioners over three days. */
final class Regulators {

    private static final int PRACTITIONERS = 25;

    private static final String NUMBER = """
            update directory.practitioner p set rpps = '990' || lpad(n::text, 8, '0')
            from generate_series(1, 1000) as n where p.id = bench_id('practitioner', n) and p.rpps is null
            """;

    private final Application node;
    private final boolean small;
    private final List<Figure> figures;

    Regulators(Application node, boolean small, List<Figure> figures) {
        this.node = node;
        this.small = small;
        this.figures = figures;
    }

    void run() throws IOException, SQLException {
        try (Connection database = node.connect();
                var statement = database.createStatement()) {
            statement.executeUpdate(NUMBER);
        }
        Load.Act act = (client, number) -> {
            String body = client.get(address(number)).expect(200).body();
            if (number % 200 == 0 && !body.contains("/Slot/")) {
                throw new IllegalStateException("no slot in " + body.length() + " characters");
            }
        };
        Load.run(node, 2, small ? 500 : 3000, act);
        double before = Cpu.millis(List.of(node));
        double ownBefore = Cpu.ofJvm(node);
        Timed timed = Load.run(node, 2, small ? 300 : 1500, act);
        double used = Cpu.millis(List.of(node)) - before;
        double own = Cpu.ofJvm(node) - ownBefore;
        System.err.printf(
                "sas: half in %.1f ms; of the processor %.2f ms in the JVM and %.2f ms in PostgreSQL%n",
                timed.millis(0.5), own / timed.count(), (used - own) / timed.count());
        figures.add(Figure.atMost("SAS, 25 practitioners, 3 days: p95 at 2 connections", timed.millis(0.95), "ms", 50));
        figures.add(Figure.atMost("SAS, processor per request", used / timed.count(), "ms", 5));
    }

    /** One of forty groups of neighbours, from one of the next thirty days on. */
    private static String address(int number) {
        int first = 1 + number % 40 * PRACTITIONERS;
        LocalDate from = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(1 + number % 30);
        String who = IntStream.range(first, first + PRACTITIONERS)
                .mapToObj(n -> "urn:oid:1.2.250.1.71.4.2.1|8990" + String.format("%08d", n))
                .collect(Collectors.joining(","));
        return "/fhir/sas/Slot?status=free&start=ge" + from + "T00:00:00.000&start=le" + from.plusDays(2)
                + "T23:59:59.000&_include=Slot:schedule&_include:iterate=Schedule:actor"
                + "&schedule.actor:Practitioner.identifier=" + URLEncoder.encode(who, StandardCharsets.UTF_8);
    }
}
