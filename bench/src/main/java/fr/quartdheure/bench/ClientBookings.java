package fr.quartdheure.bench;

import fr.quartdheure.bench.Load.Timed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Other software books by FHIR: each appointment for somebody of its own, under a number of its own. */
final class ClientBookings {

    private static final String SECRET = "a-secret-of-the-measurements-and-nothing-else";
    private static final int CONNECTIONS = 8;
    private static final int REFUSED = 200;

    private static final String REGISTER = """
            insert into client.client (id, name, organization_id, scopes, created_at)
            values (bench_id('client', 0), 'Mesure', bench_id('organization', 0), 'system/Appointment.c', now())
            on conflict do nothing;
            insert into client.secret (id, client_id, hash, created_at)
            values (bench_id('secret', 0), bench_id('client', 0), sha256('%s'), now()) on conflict do nothing;
            insert into patient.patient (id, birth_name, first_names, birth_date, sex, origin)
            select bench_id('booked', n), 'Logiciel ' || translate(n::text, '0123456789', 'abcdefghij'), 'Dominique',
              date '1950-01-01' + n, 'unknown', 'client'
            from generate_series(0, %d) as n on conflict do nothing;
            insert into patient.known_at (patient_id, organization_id)
            select bench_id('booked', n), bench_id('organization', 0) from generate_series(0, %d) as n
            on conflict do nothing;
            """;
    private static final String FORGET = """
            with gone as (
              delete from scheduling.appointment where id in (
                select id from scheduling.appointment where origin = 'client' limit 2000)
              returning id),
            numbers as (delete from client.booking where appointment_id in (select id from gone))
            delete from scheduling.occupation where appointment_id in (select id from gone)
            """;
    private static final String PEOPLE = """
            select bench_id('booked', n) from generate_series(0, %d) as n order by n
            """;
    private static final String TWICE = """
            select count(*) from (select slot_id from scheduling.appointment
              where origin = 'client' and status = 'booked' group by slot_id having count(*) > 1) as twice
            """;

    private final Application node;
    private final boolean small;
    private final List<Figure> figures;
    private final List<String> people = new ArrayList<>();

    ClientBookings(Application node, boolean small, List<Figure> figures) {
        this.node = node;
        this.small = small;
        this.figures = figures;
    }

    void run(Scenarios scenarios) throws IOException, SQLException {
        int warm = small ? 1000 : 15_000;
        int counted = small ? 1000 : 10_000;
        register(warm + counted + REFUSED);
        String token = token();
        List<String> slots = scenarios.freeSlots(warm + counted);
        Load.run(node, CONNECTIONS, warm, (client, number) -> book(client, token, slots.get(number), number, 201));
        long deadlocks = node.deadlocks();
        double before = Cpu.millis(List.of(node));
        Timed timed = Load.run(
                node,
                CONNECTIONS,
                counted,
                (client, number) -> book(client, token, slots.get(warm + number), warm + number, 201));
        double used = Cpu.millis(List.of(node)) - before;
        System.err.printf("appointments: %.2f ms of processor each%n", used / timed.count());
        Load.run(
                node,
                CONNECTIONS,
                REFUSED,
                (client, number) -> book(client, token, slots.get(number), warm + counted + number, 409));
        figures.add(Figure.atLeast("FHIR appointments per second at 8 connections", timed.perSecond(), "/s", 500));
        figures.add(Figure.atMost("FHIR appointments, p99 at 8 connections", timed.millis(0.99), "ms", 80));
        figures.add(Figure.exactly("FHIR appointments, deadlocks", node.deadlocks() - deadlocks, "", 0));
        try (Connection database = node.connect()) {
            figures.add(
                    Figure.exactly("FHIR appointments, slots booked twice", Scenarios.number(database, TWICE), "", 0));
        }
        forget();
    }

    private void register(int count) throws IOException, SQLException {
        try (Connection database = node.connect();
                var statement = database.createStatement()) {
            statement.execute(REGISTER.formatted(SECRET, count, count));
            try (var rows = statement.executeQuery(PEOPLE.formatted(count))) {
                while (rows.next()) {
                    people.add(rows.getString(1));
                }
            }
        }
        forget();
    }

    private String token() throws IOException, SQLException {
        try (Client client = node.client();
                Connection database = node.connect()) {
            UUID id = LoadData.id(database, "client", 0);
            String answer = client.postForm(
                            "/oauth2/token",
                            "grant_type=client_credentials&client_id=" + id + "&client_secret=" + SECRET)
                    .expect(200)
                    .body();
            return answer.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        }
    }

    private void book(Client client, String token, String slot, int number, int expected) throws IOException {
        String body = ("{\"resourceType\":\"Appointment\",\"status\":\"booked\","
                        + "\"identifier\":[{\"system\":\"urn:bench\",\"value\":\"%d\"}],"
                        + "\"slot\":[{\"reference\":\"Slot/%s\"}],"
                        + "\"participant\":[{\"actor\":{\"reference\":\"Patient/%s\"},\"status\":\"accepted\"}]}")
                .formatted(number, slot, people.get(number));
        client.postFhir("/fhir/Appointment", token, body).expect(expected);
    }

    private void forget() throws IOException, SQLException {
        try (Connection database = node.connect();
                var statement = database.prepareStatement(FORGET)) {
            while (statement.executeUpdate() > 0) {
                continue;
            }
        }
    }
}
