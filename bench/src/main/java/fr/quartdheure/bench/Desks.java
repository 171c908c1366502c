package fr.quartdheure.bench;

import fr.quartdheure.bench.Load.Timed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Many secretaries at once: a board of sixty, a change that twenty boards show, thirty who book against each other. */
final class Desks {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int MORE_SITES = 4;
    private static final int BOARDS = 20;
    private static final int WARM = 10;
    private static final int SECRETARIES = 30;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String GRANT = """
            insert into account.role_grant (account_id, role, site_id)
            select a.id, 'secretary', ?::uuid from account.account a where a.login = 'bench.secretary'
            on conflict do nothing
            """;
    private static final String ADD_PEOPLE = """
            insert into patient.patient (id, birth_name, first_names, birth_date, sex, origin)
            select bench_id('desk', n), 'Bureau', 'Mesure', date '1950-01-01' + n, 'unknown', 'secretary'
            from generate_series(1, 4000) as n on conflict do nothing
            """;
    private static final String KNOW_PEOPLE = """
            insert into patient.known_at (patient_id, organization_id)
            select bench_id('desk', n), bench_id('organization', 0) from generate_series(1, 4000) as n
            on conflict do nothing
            """;
    private static final String PEOPLE = "select bench_id('desk', n) from generate_series(1, 4000) as n";
    private static final String FREE = """
            select id from scheduling.slot where site_id = ?::uuid and free and start_at > now() + interval '2 days'
            order by start_at, practitioner_id limit ?
            """;
    private static final String ON_DAY = """
            select id from scheduling.slot where site_id = ?::uuid and free
              and (start_at at time zone 'Europe/Paris')::date = ?::date order by start_at, practitioner_id limit ?
            """;
    private static final String TWICE = """
            select count(*) from (select slot_id from scheduling.appointment
              where status = 'booked' and slot_id is not null and patient_id in (
                select bench_id('desk', n) from generate_series(1, 4000) as n)
              group by slot_id having count(*) > 1) as twice
            """;
    private static final String FORGET = """
            with gone as (delete from scheduling.appointment where patient_id in (
                select bench_id('desk', n) from generate_series(1, 4000) as n) returning id)
            delete from scheduling.occupation where appointment_id in (select id from gone)
            """;

    private final Application node;
    private final SignIn secretary;
    private final List<Figure> figures;

    Desks(Application node, SignIn secretary, List<Figure> figures) {
        this.node = node;
        this.secretary = secretary;
        this.figures = figures;
    }

    void run(String site) throws IOException, SQLException {
        try (Connection database = node.connect()) {
            for (int number = 1; number <= MORE_SITES; number++) {
                update(database, GRANT, LoadData.id(database, "site", number).toString());
            }
            people(database);
            board(site);
            boards(database, site);
            booking(database, site);
            figures.add(Figure.exactly("hours booked twice by them", Scenarios.number(database, TWICE), "", 0));
            forget(database);
        }
    }

    private void board(String site) throws IOException {
        try (Client client = signedIn()) {
            String path = "/secretary/sites/" + site + "?all=true&day=";
            LocalDate today = LocalDate.now(PARIS);
            var nanos = new long[100];
            int columns = 0;
            for (int number = -nanos.length; number < nanos.length; number++) {
                long begun = System.nanoTime();
                String body = client.get(path + today.plusDays(1 + Math.floorMod(number, 40)))
                        .expect(200)
                        .body();
                if (number >= 0) {
                    nanos[number] = System.nanoTime() - begun;
                }
                columns = Math.max(columns, body.split("<th scope=\"col\">", -1).length - 2);
            }
            var timed = new Timed(1, nanos);
            System.err.printf("board of %d: median %.1f ms%n", columns, timed.millis(0.5));
            figures.add(Figure.atMost(
                    "day board of " + columns + " at " + (MORE_SITES + 1) + " sites, p95 over HTTP",
                    timed.millis(0.95),
                    "ms",
                    80));
        }
    }

    /** From the click of one secretary until each of the others has the new board. */
    private void boards(Connection database, String site) throws IOException, SQLException {
        LocalDate day = LocalDate.now(PARIS).plusDays(9);
        int changes = 30;
        List<String> slots = column(database, ON_DAY, site, day.toString(), changes);
        List<String> people = column(database, PEOPLE);
        var seen = new ArrayList<Long>();
        var round = new CyclicBarrier(BOARDS + 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Client writer = signedIn()) {
            String board = "/secretary/sites/" + site + "?day=" + day;
            var started = new long[slots.size()];
            List<Future<List<Long>>> watching = new ArrayList<>();
            for (int number = 0; number < BOARDS; number++) {
                // Here rather than in its thread: one who cannot listen would let all the others wait for her.
                Client reader = signedIn();
                Client listener = signedIn();
                listener.listen("/secretary/sites/" + site + "/changes");
                watching.add(threads.submit(() -> watch(reader, listener, board, slots, round, started)));
            }
            String token = token(writer, board);
            for (int number = 0; number < slots.size(); number++) {
                round.await();
                started[number] = System.nanoTime();
                book(writer, token, site, slots.get(number), people.get(number)).expect(303);
                round.await();
            }
            for (Future<List<Long>> one : watching) {
                seen.addAll(one.get());
            }
        } catch (InterruptedException | ExecutionException | java.util.concurrent.BrokenBarrierException e) {
            throw new IOException(e);
        }
        var timed = new Timed(1, seen.stream().mapToLong(Long::longValue).toArray());
        System.err.printf(
                "change on %d boards: median %.1f ms, p99 %.1f ms%n", BOARDS, timed.millis(0.5), timed.millis(0.99));
        figures.add(Figure.atMost("a booking drawn on " + BOARDS + " open boards, p99", timed.millis(0.99), "ms", 500));
    }

    private static List<Long> watch(
            Client reader, Client listener, String board, List<String> slots, CyclicBarrier round, long[] started)
            throws Exception {
        var times = new ArrayList<Long>();
        try (reader;
                listener) {
            for (int number = 0; number < slots.size(); number++) {
                round.await();
                String slot = "id=\"slot-" + slots.get(number) + "\"";
                while (reader.get(board + "&part=board").expect(200).body().contains(slot)) {
                    listener.await("changed");
                }
                if (number >= WARM) {
                    times.add(System.nanoTime() - started[number]);
                }
                round.await();
            }
        }
        return times;
    }

    /** Each hour is wanted by two of them at the same moment: one gets it, the other is told in the same answer. */
    private void booking(Connection database, String site) throws IOException, SQLException {
        int hours = 600;
        List<String> slots = column(database, FREE, site, hours);
        List<String> people = column(database, PEOPLE);
        var next = new AtomicInteger();
        var nanos = new long[slots.size() * 2];
        var booked = new AtomicInteger();
        var told = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < SECRETARIES; number++) {
                // One after the other: thirty at the door at once are turned away, as guessing would be.
                Client signed = signedIn();
                all.add(threads.submit(() -> {
                    try (Client client = signed) {
                        String token = token(client, "/secretary/sites/" + site);
                        for (int act = next.getAndIncrement(); act < nanos.length; act = next.getAndIncrement()) {
                            long begun = System.nanoTime();
                            int status = book(client, token, site, slots.get(act / 2), people.get(act + 100))
                                    .status();
                            nanos[act] = System.nanoTime() - begun;
                            (status == 303 ? booked : status == 409 ? told : new AtomicInteger()).incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
        var timed = new Timed(1, nanos);
        System.err.printf(
                "%d secretaries: median %.1f ms, p99 %.1f ms, %d booked, %d told%n",
                SECRETARIES, timed.millis(0.5), timed.millis(0.99), booked.get(), told.get());
        figures.add(Figure.atMost(SECRETARIES + " secretaries booking at once, p99", timed.millis(0.99), "ms", 150));
        figures.add(Figure.exactly(
                "hours of theirs with one winner and one told at once",
                Math.min(booked.get(), told.get()),
                "",
                slots.size()));
    }

    /** Four thousand people whom the organisation knows. */
    List<String> people(Connection database) throws SQLException {
        update(database, ADD_PEOPLE);
        update(database, KNOW_PEOPLE);
        return column(database, PEOPLE);
    }

    List<String> free(Connection database, String site, int count) throws SQLException {
        return column(database, FREE, site, count);
    }

    /** The next finds the agendas as they were. */
    void forget(Connection database) throws SQLException {
        update(database, FORGET);
    }

    static Client.Answer cancel(Client client, String token, String site, String appointment) throws IOException {
        return client.postForm(
                "/secretary/appointments/" + appointment + "/cancel",
                "at=" + site + "&reason=patient&once=" + UUID.randomUUID() + "&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    Client signedIn() throws IOException {
        Client client = node.client();
        secretary.on(client);
        return client;
    }

    static String token(Client client, String path) throws IOException {
        var token = TOKEN.matcher(client.get(path).expect(200).body());
        if (!token.find()) {
            throw new IllegalStateException("no form on " + path);
        }
        return token.group(1);
    }

    static Client.Answer book(Client client, String token, String site, String slot, String patient)
            throws IOException {
        return client.postForm(
                "/secretary/slots/" + slot,
                "at=" + site + "&patient=" + patient + "&once=" + UUID.randomUUID() + "&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    static List<String> column(Connection database, String question, Object... values) throws SQLException {
        try (var statement = database.prepareStatement(question)) {
            for (int number = 0; number < values.length; number++) {
                statement.setObject(number + 1, values[number]);
            }
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    static void update(Connection database, String sql, Object... values) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            for (int number = 0; number < values.length; number++) {
                statement.setObject(number + 1, values[number]);
            }
            statement.executeUpdate();
        }
    }
}
