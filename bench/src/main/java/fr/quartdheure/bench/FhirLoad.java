package fr.quartdheure.bench;

import fr.quartdheure.bench.Load.Timed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Other software asks for free slots in FHIR: of one agenda on one day, and the earliest of twenty over a week. */
final class FhirLoad {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String AGENDAS = """
            select r.id from directory.practitioner_role r
            join generate_series(1, 1000) as n on bench_id('practitioner', n) = r.practitioner_id order by n
            """;
    private static final int TOGETHER = 20;

    private final Application node;
    private final boolean small;
    private final List<Figure> figures;

    FhirLoad(Application node, boolean small, List<Figure> figures) {
        this.node = node;
        this.small = small;
        this.figures = figures;
    }

    /** On a node that has just said that it serves: nothing was asked of it yet. */
    static void metadata(Application fresh, List<Figure> figures) throws IOException {
        try (Client client = fresh.client()) {
            long begun = System.nanoTime();
            String body = client.get("/fhir/metadata").expect(200).body();
            double millis = (System.nanoTime() - begun) / 1e6;
            if (!body.contains("CapabilityStatement")) {
                throw new IllegalStateException("no statement: " + body);
            }
            figures.add(Figure.atMost("FHIR, first metadata after the start", millis, "ms", 500));
        }
    }

    void run() throws IOException, SQLException {
        List<String> agendas = agendas();
        processor("FHIR, one agenda, one day", 2, number -> {
            LocalDate day = day(number);
            return "/fhir/Slot?schedule=Schedule/" + agendas.get(number % agendas.size()) + "&status=free&start=ge"
                    + day + "&start=lt" + day.plusDays(1);
        });
        processor("FHIR, earliest 20 of 20 agendas, 7 days", 3, number -> {
            int first = number % (agendas.size() / TOGETHER) * TOGETHER;
            String together = IntStream.range(first, first + TOGETHER)
                    .mapToObj(n -> "Schedule/" + agendas.get(n))
                    .collect(Collectors.joining(","));
            return "/fhir/Slot?schedule=" + together + "&status=free&start=ge" + day(number) + "&start=lt"
                    + day(number).plusDays(7) + "&_count=20";
        });
    }

    private void processor(String what, double target, Asking asking) throws IOException {
        Load.Act act = (client, number) -> {
            String body = client.get(asking.address(number)).expect(200).body();
            if (number % 200 == 0 && !body.contains("\"searchset\"")) {
                throw new IllegalStateException("no answer: " + body);
            }
            if (!small && number % 200 == 0 && !body.contains("/Slot/")) {
                throw new IllegalStateException("no slot: " + asking.address(number));
            }
        };
        Load.run(node, 2, small ? 4000 : 15_000, act);
        double before = Cpu.millis(List.of(node));
        double ownBefore = Cpu.ofJvm(node);
        Timed timed = Load.run(node, 2, small ? 1000 : 8000, act);
        double used = Cpu.millis(List.of(node)) - before;
        double own = Cpu.ofJvm(node) - ownBefore;
        System.err.printf(
                "%s: half in %.1f ms, 99 %% in %.1f ms; of the processor %.2f ms in the JVM"
                        + " and %.2f ms in PostgreSQL%n",
                what, timed.millis(0.5), timed.millis(0.99), own / timed.count(), (used - own) / timed.count());
        figures.add(Figure.atMost(what + ": processor per request", used / timed.count(), "ms", target));
    }

    /** One of the next forty. */
    private static LocalDate day(int number) {
        return LocalDate.now(PARIS).plusDays(1 + number % 40);
    }

    private List<String> agendas() throws IOException, SQLException {
        var agendas = new ArrayList<String>();
        try (Connection database = node.connect();
                var statement = database.createStatement();
                var rows = statement.executeQuery(AGENDAS)) {
            while (rows.next()) {
                agendas.add(rows.getString(1));
            }
        }
        return agendas;
    }

    @FunctionalInterface
    private interface Asking {
        String address(int number);
    }
}
