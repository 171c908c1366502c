package fr.quartdheure.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ApiPageTest extends ApiPlatform {

    private static final String SLOTS = "/api/v1/slots?commune=66136&service=general-practice";

    @Test
    void servicesAndTheirReasonsAreListed() {
        var services = json(get("/api/v1/services"));
        assertThat(texts(services, "code"))
                .contains("general-practice", "midwifery", "nursing", "physiotherapy", "teleconsultation");
        assertThat(texts(services.get(0).path("reasons"), "code")).contains("consultation", "long-consultation");
    }

    @ParameterizedTest
    @CsvSource({
        "perpignan,66136",
        "PERPIGNAN,66136",
        "perpigan,66136",
        "66000,66136",
        "prades,66149",
        "ceret,66049",
        "céret,66049",
        "st esteve,66172",
        "saint-estève,66172"
    })
    void communesAreFoundHoweverTheyAreTyped(String typed, String code) {
        var found = json(get("/api/v1/communes?q=" + encoded(typed)));
        assertThat(texts(found, "code")).contains(code).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void aSearchOfNothingFindsNothing() {
        assertThat(json(get("/api/v1/communes?q=%20")).size()).isZero();
        problem(get("/api/v1/communes"), 400, "parameter-missing");
        problem(get("/api/v1/communes?q=" + "a".repeat(101)), 400, "parameter-too-long");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"66179", "66136-est", "66136", "42.70,2.89"},
            delimiter = ';')
    void slotsComeByStartThenMinutes(String commune) {
        var found = json(get("/api/v1/slots?commune=" + encoded(commune) + "&service=general-practice&within=45"));
        assertThat(found.path("slots").size()).isBetween(1, 20);
        assertThat(texts(found.path("slots"), "start").stream()
                        .map(OffsetDateTime::parse)
                        .toList())
                .isSorted();
        assertThat(texts(found.path("sites"), "id")).containsAll(texts(found.path("slots"), "siteId"));
        var first = found.path("slots").get(0);
        assertThat(first.path("practitioner").path("name").asString()).startsWith("Dr ");
        assertThat(first.path("kind").asString()).isIn("scheduled", "unscheduled");
        assertThat(first.path("mode").asString()).isIn("on-site", "teleconsultation", "home");
        for (JsonNode site : found.path("sites")) {
            assertThat(site.path("minutes").asDouble()).isBetween(0.0, 45.0);
        }
    }

    @Test
    void datesAreOfParisAndMayCarryAnOffset() {
        String day = slot(7).path("start").asString().substring(0, 10);
        var ofDay = json(get(SLOTS + "&limit=200&from=" + day + "&to=" + day));
        assertThat(texts(ofDay.path("slots"), "start")).isNotEmpty().allMatch(start -> start.startsWith(day));
        var from = json(get(SLOTS + "&from=" + encoded(day + "T12:00:00+01:00")));
        assertThat(texts(from.path("slots"), "start").stream().map(OffsetDateTime::parse))
                .allMatch(start -> !start.isBefore(OffsetDateTime.parse(day + "T12:00:00+01:00")));
        assertThat(json(get(SLOTS + "&mode=on-site&limit=1")).path("slots").size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "commune=99999&service=general-practice,404,commune-unknown",
        "commune=somewhere&service=general-practice,400,commune-malformed",
        "commune=66136&service=alchemy,400,service-unknown",
        "commune=66136&service=general-practice&reason=boredom,400,reason-unknown",
        "commune=66136&service=general-practice&mode=owl,400,mode-unknown",
        "commune=66136&service=general-practice&within=20,400,within-unknown",
        "commune=66136&service=general-practice&within=soon,400,parameter-malformed",
        "commune=66136&service=general-practice&limit=0,400,limit-out-of-range",
        "commune=66136&service=general-practice&limit=1000,400,limit-out-of-range",
        "commune=66136&service=general-practice&from=tomorrow,400,date-malformed",
        "commune=66136&service=general-practice&from=2026-02-30,400,date-malformed",
        "commune=66136&service=general-practice&to=2020-01-01,400,date-past",
        "commune=66136&service=general-practice&from=2090-01-02&to=2090-01-01,400,period-empty",
        "service=general-practice,400,parameter-missing",
        "commune=66136,400,parameter-missing"
    })
    void aWrongQuestionIsRefusedWithItsReason(String query, int status, String type) {
        problem(get("/api/v1/slots?" + query), status, type);
    }

    @Test
    void aHoldBecomesAnAppointmentThatItsOwnerCancels() {
        var slot = slot(20);
        var booked = book(slot, "journey@example.org");
        assertThat(booked.path("status").asString()).isEqualTo("booked");
        assertThat(booked.path("start").asString()).isEqualTo(slot.path("start").asString());
        assertThat(booked.path("site").path("id").asString())
                .isEqualTo(slot.path("siteId").asString());
        String token = tokenOf(booked);
        assertThat(get(pathOf(booked.path("manageUrl"))).statusCode()).isEqualTo(200);
        var calendar = get(pathOf(booked.path("calendarUrl")));
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
        assertThat(isFree(slot)).isFalse();
        String path = "/api/v1/appointments/" + booked.path("id").asString();
        problem(send(request(path).DELETE()), 401, "token-missing");
        problem(delete(path, "nonsense"), 401, "token-unknown");
        problem(delete("/api/v1/appointments/" + UUID.randomUUID(), token), 404, "not-found");
        assertThat(delete(path, token).statusCode()).isEqualTo(204);
        assertThat(isFree(slot)).isTrue();
        problem(delete(path, token), 409, "not-active");
    }

    @Test
    void afterTheCutOffOnlyThePhoneIsLeft() {
        var booked = book(slot(20), "late@example.org");
        String id = booked.path("id").asString();
        jdbc.sql("""
                update scheduling.appointment set start_at = now() + interval '10 minutes',
                  end_at = now() + interval '25 minutes' where id = :id::uuid
                """).param("id", id).update();
        var refused = problem(delete("/api/v1/appointments/" + id, tokenOf(booked)), 409, "too-late");
        assertThat(refused.path("cutoffHours").asInt()).isPositive();
    }

    @Test
    void wrongCodesCountDownAndTheFifthFreesTheSlot() {
        var slot = slot(20);
        String id = hold(slot);
        assertThat(appointment(id, "wrong@example.org").statusCode()).isEqualTo(202);
        String wrong = codeSentTo("wrong@example.org").equals("000000") ? "000001" : "000000";
        String path = "/api/v1/appointments/" + id + "/confirmation";
        for (int left = 4; left > 0; left--) {
            var refused = problem(post(path, Map.of("code", wrong)), 422, "code-wrong");
            assertThat(refused.path("attemptsLeft").asInt()).isEqualTo(left);
        }
        problem(post(path, Map.of("code", wrong)), 410, "code-exhausted");
        assertThat(isFree(slot)).isTrue();
        problem(post(path, Map.of("code", codeSentTo("wrong@example.org"))), 410, "hold-expired");
    }

    @Test
    void aRunOutHoldIsGone() {
        String id = hold(slot(20));
        jdbc.sql("update scheduling.appointment set expires_at = now() where id = :id::uuid and status = 'held'")
                .param("id", id)
                .update();
        problem(appointment(id, "gone@example.org"), 410, "hold-expired");
    }

    @Test
    void aTakenSlotComesWithAlternatives() {
        var slot = slot(20);
        hold(slot);
        anotherProgram();
        var taken =
                problem(post("/api/v1/holds", Map.of("slotId", slot.path("id").asString())), 409, "slot-taken");
        assertThat(taken.path("alternatives").size()).isBetween(1, 3);
        assertThat(texts(taken.path("alternatives"), "siteId"))
                .containsOnly(slot.path("siteId").asString());
    }

    @Test
    void aHoldBelongsToWhoMadeIt() {
        String id = hold(slot(20));
        anotherProgram();
        problem(appointment(id, "stranger@example.org"), 404, "hold-unknown");
        problem(appointment(UUID.randomUUID().toString(), "stranger@example.org"), 404, "hold-unknown");
        problem(post("/api/v1/holds", Map.of("slotId", UUID.randomUUID().toString())), 404, "slot-unknown");
    }

    @Test
    void aReplayGetsTheSameAnswer() {
        var body = Map.of("slotId", slot(20).path("id").asString());
        String key = UUID.randomUUID().toString();
        var first = post("/api/v1/holds", body, "Idempotency-Key", key);
        var again = post("/api/v1/holds", body, "Idempotency-Key", key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        var other = Map.of("slotId", slot(21).path("id").asString());
        problem(post("/api/v1/holds", other, "Idempotency-Key", key), 422, "idempotency-key-reused");
        String refused = UUID.randomUUID().toString();
        var conflict = post("/api/v1/holds", body, "Idempotency-Key", refused);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(post("/api/v1/holds", body, "Idempotency-Key", refused).body())
                .isEqualTo(conflict.body());
    }

    @Test
    void aWrongCodeWithAKeyStillCounts() {
        String id = hold(slot(20));
        appointment(id, "keyed@example.org");
        String wrong = codeSentTo("keyed@example.org").equals("000000") ? "000001" : "000000";
        String path = "/api/v1/appointments/" + id + "/confirmation";
        for (int left : List.of(4, 3)) {
            var answer = post(
                    path,
                    Map.of("code", wrong),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
            assertThat(problem(answer, 422, "code-wrong").path("attemptsLeft").asInt())
                    .isEqualTo(left);
        }
    }

    @Test
    void aBodyThatIsNotTheJsonExpectedIsRefused() {
        problem(post("/api/v1/holds", BodyPublishers.ofString("{slot")), 400, "body-unreadable");
        problem(post("/api/v1/holds", BodyPublishers.ofString("")), 400, "body-unreadable");
        problem(post("/api/v1/holds", BodyPublishers.ofString("{\"slotId\":\"12\"}")), 400, "body-unreadable");
        String text = "{\"holdId\":\"%s\",\"consent\":true,\"patient\":{\"familyName\":\"Cérda\"}}"
                .formatted(UUID.randomUUID());
        problem(
                post("/api/v1/appointments", BodyPublishers.ofString(text, StandardCharsets.ISO_8859_1)),
                400,
                "body-unreadable");
        var form = post("/api/v1/holds", BodyPublishers.ofString("slotId=1"), "Content-Type", "text/plain");
        assertThat(form.statusCode()).isEqualTo(415);
    }

    @Test
    void aBodyOfTenMegabytesIsTooLarge() {
        byte[] spaces = " ".repeat(10_000_000).getBytes(StandardCharsets.UTF_8);
        problem(post("/api/v1/holds", BodyPublishers.ofByteArray(spaces)), 413, "body-too-large");
        problem(
                post("/api/v1/holds", BodyPublishers.ofByteArray(spaces), "Idempotency-Key", "large"),
                413,
                "body-too-large");
    }

    @Test
    void eachFieldIsAskedFor() {
        String hold = UUID.randomUUID().toString();
        problem(post("/api/v1/holds", Map.of()), 422, "field-missing");
        problem(post("/api/v1/appointments", Map.of()), 422, "field-missing");
        var asked = new HashMap<String, Object>(Map.of("holdId", hold));
        problem(post("/api/v1/appointments", asked), 422, "consent-missing");
        asked.put("consent", false);
        problem(post("/api/v1/appointments", asked), 422, "consent-missing");
        asked.put("consent", true);
        problem(post("/api/v1/appointments", asked), 422, "field-missing");
        for (String field : List.of("familyName", "givenName", "birthDate", "sex")) {
            var person = person();
            person.remove(field);
            asked.put("patient", person);
            problem(post("/api/v1/appointments", asked), 422, "field-missing");
            person.put(field, "12");
            problem(post("/api/v1/appointments", asked), 422, "field-malformed");
        }
        asked.put("patient", person());
        problem(post("/api/v1/appointments", asked), 422, "field-missing");
        asked.put("contact", Map.of("email", "nobody"));
        problem(post("/api/v1/appointments", asked), 422, "field-malformed");
    }

    @Test
    void theDescriptionListsEveryPath() {
        var description = json(get("/api/v1/openapi.json"));
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.path("paths").propertyNames())
                .contains(
                        "/api/v1/services",
                        "/api/v1/communes",
                        "/api/v1/slots",
                        "/api/v1/holds",
                        "/api/v1/appointments",
                        "/api/v1/appointments/{id}",
                        "/api/v1/appointments/{id}/confirmation");
    }

    @Test
    void anAddressThatDoesNotExistIsAProblemToo() {
        for (var answer :
                List.of(get("/api/v1/nothing"), send(request("/api/v1/holds").GET()))) {
            assertThat(answer.statusCode()).isIn(404, 405);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    /** A free slot of general practice, so many days from now: tests do not meet. */
    private JsonNode slot(int days) {
        String from = LocalDate.now().plusDays(days).toString();
        return json(get(SLOTS + "&within=45&limit=1&from=" + from))
                .path("slots")
                .get(0);
    }

    private String hold(JsonNode slot) {
        var held = post("/api/v1/holds", Map.of("slotId", slot.path("id").asString()));
        assertThat(held.statusCode()).as(held.body()).isEqualTo(201);
        return json(held).path("holdId").asString();
    }

    private HttpResponse<String> appointment(String holdId, String email) {
        return post(
                "/api/v1/appointments",
                Map.of("holdId", holdId, "patient", person(), "contact", Map.of("email", email), "consent", true));
    }

    private JsonNode book(JsonNode slot, String email) {
        String id = hold(slot);
        var awaiting = appointment(id, email);
        assertThat(awaiting.statusCode()).as(awaiting.body()).isEqualTo(202);
        assertThat(json(awaiting).path("status").asString()).isEqualTo("awaiting-code");
        var booked = post("/api/v1/appointments/" + id + "/confirmation", Map.of("code", codeSentTo(email)));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(200);
        return json(booked);
    }

    private boolean isFree(JsonNode slot) {
        return jdbc.sql("select free from scheduling.slot where id = :id::uuid")
                .param("id", slot.path("id").asString())
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> person() {
        return new HashMap<>(
                Map.of("familyName", "Cérda", "givenName", "Léa", "birthDate", "1990-04-01", "sex", "female"));
    }

    private static String tokenOf(JsonNode booked) {
        return URI.create(booked.path("manageUrl").asString()).getFragment();
    }

    private static String pathOf(JsonNode url) {
        URI uri = URI.create(url.asString());
        return uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asString())
                .toList();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
