package fr.quartdheure.sas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.support.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The national platform is told of its regulators' appointments, by way of a recorder that is at times in trouble. */
class SasReportsPageTest extends SasPlatform {

    private static final JsonMapper JSON = new JsonMapper();
    /** What it answers about an appointment, one after the other; 200 when nothing is left; 0 answers too late. */
    private static final Map<String, Queue<Integer>> ANSWERS = new ConcurrentHashMap<>();

    private static final List<Told> HEARD = new CopyOnWriteArrayList<>();
    private static final HttpServer RECORDER = recorder();
    private static volatile List<Integer> nextTroubles = List.of();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Changes changes;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private FrontDesk frontDesk;

    @DynamicPropertySource
    static void recorderAddress(DynamicPropertyRegistry settings) {
        settings.add(
                "quartdheure.sas.report.url",
                () -> "http://127.0.0.1:" + RECORDER.getAddress().getPort() + "/sas");
        settings.add("quartdheure.sas.report.system", () -> "https://quartdheure.example.org");
        settings.add("quartdheure.sas.report.timeout", () -> "400ms");
        settings.add("quartdheure.sas.report.poll", () -> "50ms");
        settings.add("quartdheure.sas.report.pauses", () -> "50ms,50ms,50ms");
    }

    @AfterAll
    static void stop() {
        RECORDER.stop(0);
    }

    @Test
    void bookingAndCancellationAreToldWithoutThePatient() {
        UUID appointment = booked("Vergès", List.of());
        Told created = told(appointment, 1).getFirst();
        assertThat(created.method()).isEqualTo("POST");
        assertThat(created.address()).isEqualTo("/sas/Appointment");
        whole(created.body(), appointment, "booked");
        changes.cancel(appointment, "patient", Changes.By.FRONT_DESK);
        Told changed = told(appointment, 2).getLast();
        assertThat(changed.method()).isEqualTo("PUT");
        assertThat(changed.address())
                .isEqualTo("/sas/Appointment?identifier=https%3A%2F%2Fquartdheure.example.org%7C" + appointment);
        whole(changed.body(), appointment, "cancelled");
        assertThat(HEARD).noneMatch(one -> one.body().toString().matches("(?s).*(Vergès|Léa|1958|patient).*"));
    }

    @Test
    void whoCameAndWhoDidNotIsToldOnceAndArrivalIsNot() {
        UUID came = booked("Vila", List.of());
        told(came, 1);
        frontDesk.advance(came, AppointmentStatus.ARRIVED);
        frontDesk.advance(came, AppointmentStatus.IN_CONSULTATION);
        frontDesk.advance(came, AppointmentStatus.DONE);
        assertThat(told(came, 2))
                .extracting(one -> one.body().path("status").asString())
                .containsExactly("booked", "fulfilled");
        UUID missed = booked("Vidal", List.of());
        told(missed, 1);
        frontDesk.advance(missed, AppointmentStatus.NO_SHOW);
        assertThat(told(missed, 2).getLast().body().path("status").asString()).isEqualTo("noshow");
    }

    @Test
    void inTroubleItIsTriedAgainAndChangesWaitForWhatTheyChange() {
        UUID appointment = booked("Vives", List.of(503, 0, 502));
        changes.cancel(appointment, "patient", Changes.By.FRONT_DESK);
        await().until(() -> states(appointment).equals(List.of("sent", "sent")));
        assertThat(HEARD.stream().filter(one -> one.appointment().equals(appointment.toString())))
                .extracting(Told::method)
                .containsExactly("POST", "POST", "POST", "POST", "PUT");
    }

    @Test
    void whatItRefusesIsNotRepeatedAndTheAdministratorSeesIt() {
        UUID refused = booked("Vallès", List.of(422));
        await().until(() -> states(refused).equals(List.of("refused")));
        UUID lost = booked("Verdaguer", List.of(503, 503, 503, 503));
        await().until(() -> states(lost).equals(List.of("failed")));
        Browser administrator = browser();
        administrator.signIn("olivier.martinez", Accounts.DEMONSTRATION_PASSWORD);
        assertThat(administrator.get("/admin").body())
                .contains("Retours de rendez-vous au SAS", "Refusés par le SAS", "Abandonnés", "answered 503");
    }

    @Test
    void whatNoRegulatorBookedIsNotItsBusiness() {
        UUID appointment = jdbc.sql("select id from scheduling.appointment "
                        + " where status = 'booked' and origin = 'demo' and start_at > now() limit 1")
                .query(UUID.class)
                .single();
        changes.cancel(appointment, "patient", Changes.By.FRONT_DESK);
        assertThat(jdbc.sql("select count(*) from sas.report where appointment_id = :id")
                        .param("id", appointment)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void whole(JsonNode told, UUID appointment, String status) {
        assertThat(told.path("resourceType").asString()).isEqualTo("Appointment");
        assertThat(texts(told.path("identifier"), "value")).containsExactly(appointment.toString());
        assertThat(texts(told.path("identifier"), "system")).containsExactly("https://quartdheure.example.org");
        assertThat(told.path("status").asString()).isEqualTo(status);
        for (String moment : List.of("start", "end", "created")) {
            assertThat(told.path(moment).asString()).matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{12}[+]\\d{2}:\\d{2}");
        }
        var operator = told.path("extension").get(0);
        assertThat(operator.path("url").asString())
                .isEqualTo("http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator");
        var regulator = operator.path("valueReference").path("identifier");
        assertThat(regulator.path("system").asString()).isEqualTo("urn:oid:1.2.250.1.213.3.6");
        assertThat(regulator.path("type").path("coding").get(0).path("code").asString())
                .isEqualTo("INTRN");
        assertThat(told.path("participant").size()).isEqualTo(1);
        var practitioner = told.path("participant").get(0).path("actor").path("identifier");
        assertThat(practitioner.path("value").asString()).isEqualTo("8" + ANOTHER);
        assertThat(told.path("participant").get(0).path("status").asString()).isEqualTo("accepted");
        assertThat(told.path("meta").path("profile").size()).isEqualTo(1);
    }

    private List<Told> told(UUID appointment, int times) {
        await().until(() -> states(appointment).stream().filter("sent"::equals).count() == times);
        return HEARD.stream()
                .filter(one -> one.appointment().equals(appointment.toString()))
                .toList();
    }

    private List<String> states(UUID appointment) {
        return jdbc.sql("select status from sas.report where appointment_id = :id order by id")
                .param("id", appointment)
                .query(String.class)
                .list();
    }

    /** @param troubles what the recorder answers before it is well */
    private UUID booked(String name, List<Integer> troubles) {
        UUID practitioner = jdbc.sql("select id from directory.practitioner where rpps = :rpps")
                .param("rpps", ANOTHER)
                .query(UUID.class)
                .single();
        UUID slot = jdbc.sql("""
                        select id from scheduling.slot where practitioner_id = :practitioner and free
                          and start_at > now() + interval '1 hour' and bookable_from <= now()
                        order by start_at desc limit 1
                        """)
                .param("practitioner", practitioner)
                .query(UUID.class)
                .single();
        nextTroubles = troubles;
        Browser regulator = browser();
        regulator.signIn("agathe.serra@example.org", Accounts.DEMONSTRATION_PASSWORD);
        regulator.get("/regulator/agenda?practitioner=" + practitioner + "&slot=" + slot);
        var answer = regulator.post(
                "/regulator/agenda",
                Map.of(
                        "practitioner",
                        practitioner.toString(),
                        "slot",
                        slot.toString(),
                        "birthName",
                        name,
                        "firstNames",
                        "Léa",
                        "birthDate",
                        "07/03/1958",
                        "sex",
                        "female"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return jdbc.sql("select id from scheduling.appointment where slot_id = :slot and status = 'booked'")
                .param("slot", slot)
                .query(UUID.class)
                .single();
    }

    private static HttpServer recorder() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/sas", SasReportsPageTest::hear);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hear(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String appointment = body.path("identifier").get(0).path("value").asString();
        HEARD.add(new Told(exchange.getRequestMethod(), exchange.getRequestURI().toString(), appointment, body));
        Queue<Integer> answers = ANSWERS.computeIfAbsent(appointment, one -> new ArrayDeque<>(nextTroubles));
        Integer next = answers.poll();
        if (Integer.valueOf(0).equals(next)) {
            sleep();
        }
        byte[] said = "{\"resourceType\":\"OperationOutcome\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(next == null || next == 0 ? 200 : next, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private static void sleep() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Told(String method, String address, String appointment, JsonNode body) {}
}
