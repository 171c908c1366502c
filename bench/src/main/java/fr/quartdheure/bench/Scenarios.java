package fr.quartdheure.bench;

import fr.quartdheure.bench.Load.Timed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is asked of one running node with the million slots. */
final class Scenarios {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String FREE_SLOTS = """
            select id from (
              select id, row_number() over (partition by practitioner_id order by start_at) as turn, practitioner_id
              from scheduling.slot where free and start_at > now() + interval '1 hour') as s
            where turn > ? order by md5(practitioner_id || ' ' || turn) limit ?
            """;
    private static final String COUNT_HELD = """
            select count(*) from scheduling.occupation o join scheduling.appointment a on a.id = o.appointment_id
            where a.status = 'held'
            """;
    private static final String WITHOUT_TRUTH = """
            select count(*) from scheduling.slot s where s.free = (
              exists (select from scheduling.occupation o where o.resource_kind = 'practitioner'
                and o.resource_id = s.practitioner_id and o.during && tstzrange(s.start_at, s.end_at))
              or exists (select from scheduling.occupation o where o.resource_kind = 'room'
                and o.resource_id = s.room_id and o.during && tstzrange(s.start_at, s.end_at)))
            """;
    private static final String FORGET_HELD = """
            with gone as (
              delete from scheduling.appointment where id in (
                select id from scheduling.appointment where status in ('held', 'expired') limit 2000)
              returning id)
            delete from scheduling.occupation where appointment_id in (select id from gone)
            """;

    private final Application node;
    private final boolean small;
    private final List<Figure> figures;

    Scenarios(Application node, boolean small, List<Figure> figures) {
        this.node = node;
        this.small = small;
        this.figures = figures;
    }

    /** The earliest twenty of seven days, starting on one of the next forty, 16 at once. */
    void search() throws IOException {
        LocalDate today = LocalDate.now(PARIS);
        Load.Act act = (client, number) -> {
            LocalDate from = today.plusDays(1 + number % 40);
            String body = client.get("/api/v1/slots?commune=" + LoadData.COMMUNE + "&service=general-practice&from="
                            + from + "&to=" + from.plusDays(7))
                    .expect(200)
                    .body();
            if (number % 500 == 0 && body.split("\"practitioner\"", -1).length != 21) {
                throw new IllegalStateException("not 20 slots: " + body);
            }
        };
        Load.run(node, 16, small ? 4000 : 30_000, act);
        double before = Cpu.millis(List.of(node));
        double ownBefore = Cpu.ofJvm(node);
        Timed timed = Load.run(node, 16, small ? 4000 : 20_000, act);
        double used = Cpu.millis(List.of(node)) - before;
        double own = Cpu.ofJvm(node) - ownBefore;
        System.err.printf(
                "search: %.0f per second, half in %.1f ms, 90 %% in %.1f ms; of the processor %.2f ms in the JVM"
                        + " and %.2f ms in PostgreSQL%n",
                timed.perSecond(),
                timed.millis(0.5),
                timed.millis(0.9),
                own / timed.count(),
                (used - own) / timed.count());
        figures.add(Figure.atMost("search, processor per request", used / timed.count(), "ms", 1.5));
        figures.add(Figure.atMost("search, p99 at 16 connections", timed.millis(0.99), "ms", 40));
    }

    /** Distinct free slots, 8 at once: practitioner and room in one act. */
    void holds() throws IOException, SQLException {
        // Writes are compiled late: after 8,000 the JVM still costs three times what it does after 30,000.
        int warm = small ? 1000 : 30_000;
        int counted = small ? 2000 : 10_000;
        List<String> slots = freeSlots(warm + counted);
        Load.run(
                node,
                8,
                warm,
                (client, number) -> hold(client, slots.get(number)).expect(201));
        double before = Cpu.millis(List.of(node));
        long deadlocks = node.deadlocks();
        Timed timed = Load.run(
                node,
                8,
                counted,
                (client, number) -> hold(client, slots.get(warm + number)).expect(201));
        double used = Cpu.millis(List.of(node)) - before;
        figures.add(Figure.atLeast("holds per second at 8 connections", timed.perSecond(), "/s", 1000));
        figures.add(Figure.atMost("holds, p99 at 8 connections", timed.millis(0.99), "ms", 40));
        System.err.printf("holds: %.2f ms of processor each%n", used / timed.count());
        figures.add(Figure.exactly("holds, deadlocks", node.deadlocks() - deadlocks, "", 0));
        try (Connection database = node.connect()) {
            figures.add(Figure.exactly(
                    "holds, resources held", number(database, COUNT_HELD) / (double) (warm + counted), "per hold", 2));
            figures.add(Figure.exactly("slots whose flag is not the truth", number(database, WITHOUT_TRUTH), "", 0));
        }
        forgetHeld();
    }

    /** As many bookings as the first node served before its race, so that both are compared compiled. */
    void warm() throws IOException, SQLException {
        List<String> slots = freeSlots(small ? 1000 : 30_000);
        Load.run(
                node,
                8,
                slots.size(),
                (client, number) -> hold(client, slots.get(number)).expect(201));
        forgetHeld();
    }

    /** Names and postal codes as people type them, letter after letter, one request at a time. */
    void autocomplete() throws IOException, SQLException {
        List<String> typed = typed();
        Load.Act act = (client, number) -> client.get("/api/v1/communes?q="
                        + java.net.URLEncoder.encode(
                                typed.get(number % typed.size()), java.nio.charset.StandardCharsets.UTF_8))
                .expect(200);
        Load.run(node, 1, small ? 1000 : 4000, act);
        Timed timed = Load.run(node, 1, typed.size(), act);
        System.err.printf("autocomplete: median %.2f ms, p99 %.2f ms%n", timed.millis(0.5), timed.millis(0.99));
        figures.add(Figure.atMost("autocomplete, p95 over HTTP, one at a time", timed.millis(0.95), "ms", 5));
    }

    /** The day of 25 practitioners as their secretary opens it, one request at a time. */
    void board(Client secretary, String path) throws IOException {
        LocalDate today = LocalDate.now(PARIS);
        var nanos = new long[small ? 60 : 150];
        for (int number = -nanos.length; number < nanos.length; number++) {
            long begun = System.nanoTime();
            String body = secretary
                    .get(path + "?day=" + today.plusDays(1 + Math.floorMod(number, 40)))
                    .expect(200)
                    .body();
            if (number >= 0) {
                nanos[number] = System.nanoTime() - begun;
            }
            if (number == 0) {
                System.err.printf("board: a page of %d kB%n", body.length() / 1000);
            }
        }
        var timed = new Timed(1, nanos);
        System.err.printf("board: median %.1f ms, p99 %.1f ms%n", timed.millis(0.5), timed.millis(0.99));
        figures.add(Figure.atMost("day board of 25, p95 over HTTP, one at a time", timed.millis(0.95), "ms", 50));
    }

    void memory() throws IOException {
        System.err.printf("memory: %d MB now%n", Cpu.memory(node, "VmRSS"));
        figures.add(Figure.atMost("JVM resident, the most since its start", Cpu.memory(node, "VmHWM"), "MB", 450));
    }

    List<String> freeSlots(int count) throws IOException, SQLException {
        var slots = new ArrayList<String>(count);
        try (Connection database = node.connect();
                var statement = database.prepareStatement(FREE_SLOTS)) {
            statement.setInt(1, small ? 5 : 30);
            statement.setInt(2, count);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    slots.add(rows.getString(1));
                }
            }
        }
        if (slots.size() < count) {
            throw new IllegalStateException("only " + slots.size() + " free slots of the " + count + " wanted");
        }
        return slots;
    }

    static Client.Answer hold(Client client, String slot) throws IOException {
        return client.postJson("/api/v1/holds", "{\"slotId\":\"" + slot + "\"}");
    }

    /** The next scenario finds the agendas as they were. */
    void forgetHeld() throws IOException, SQLException {
        try (Connection database = node.connect();
                var statement = database.prepareStatement(FORGET_HELD)) {
            while (statement.executeUpdate() > 0) {
                continue;
            }
            try (var vacuum = database.createStatement()) {
                vacuum.execute("vacuum analyze scheduling.slot");
                vacuum.execute("vacuum analyze scheduling.occupation");
                vacuum.execute("vacuum analyze scheduling.appointment");
            }
        }
    }

    static long number(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> typed() throws IOException, SQLException {
        var random = new Random(7);
        var typed = new ArrayList<String>();
        try (Connection database = node.connect();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select name, postal_codes[1] from geo.commune"
                        + " where district_of is null and postal_codes <> '{}' order by md5(code) limit "
                        + (small ? 200 : 800))) {
            while (rows.next()) {
                String name = rows.getString(1);
                for (int length = 2; length <= Math.min(name.length(), 8); length += 2) {
                    typed.add(name.substring(0, length));
                }
                int wrong = 1 + random.nextInt(Math.max(1, name.length() - 1));
                typed.add(new StringBuilder(name)
                        .deleteCharAt(Math.min(wrong, name.length() - 1))
                        .toString());
                typed.add(rows.getString(2).substring(0, 2 + random.nextInt(4)));
            }
        }
        return typed;
    }
}
