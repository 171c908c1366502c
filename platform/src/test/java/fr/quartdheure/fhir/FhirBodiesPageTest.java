package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent, the answer is a refusal that says what is wrong: never a failure of ours. */
class FhirBodiesPageTest extends ClientsOfFhir {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TRIES = 150;

    private final Random random = new Random(20261122);

    @Test
    void bodiesOfWrongTypesAreRefused() {
        String token = tokenFor(organization(), EVERYTHING);
        String slot = freeSlots(organization(), 1).getFirst();
        var appointment = JSON.readTree(appointment(slot, patient(token), number(), "booked"));
        var person = JSON.readTree(person("Vila", "Aina", "1958-03-07", number()));
        for (int i = 0; i < TRIES; i++) {
            sent("/fhir/Appointment", token, spoilt(appointment).toString());
            sent("/fhir/Patient", token, spoilt(person).toString());
        }
    }

    @Test
    void bodiesThatAreNoJsonAreRefused() {
        String token = tokenFor(organization(), EVERYTHING);
        String whole = appointment(number(), number(), number(), "booked");
        for (String path : List.of("/fhir/Appointment", "/fhir/Patient")) {
            for (String body : List.of(
                    "",
                    " ",
                    "null",
                    "[]",
                    "7",
                    "\"x\"",
                    "{",
                    "{}",
                    "<Patient/>",
                    "{\"resourceType\":null}",
                    "[".repeat(5000),
                    "{\"a\":".repeat(3000),
                    whole.substring(0, whole.length() / 2))) {
                assertThat(sent(path, token, body)).as(body).isIn(400, 422);
            }
            assertThat(sent(path, token, "\"" + "x".repeat(70_000) + "\"")).isEqualTo(413);
            for (String type : List.of(
                    "text/plain",
                    "application/fhir+xml",
                    "nothing",
                    "*/*",
                    "multipart/form-data",
                    "application/x-www-form-urlencoded")) {
                var answer = send(request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(whole)));
                // Without a boundary the web server itself cannot read it.
                assertThat(answer.statusCode()).as(type).isIn(400, 415);
            }
        }
    }

    private int sent(String path, String token, String body) {
        int posted = checked(post(path, token, body), body);
        if (path.endsWith("Appointment")) {
            checked(put(path + "?identifier=" + encoded(SYSTEM + "|" + number()), token, body), body);
            checked(put(path + "/" + number(), token, body), body);
        }
        return posted;
    }

    private static int checked(HttpResponse<String> answer, String body) {
        assertThat(answer.statusCode()).as(body + "\n" + answer.body()).isBetween(200, 499);
        assertThat(json(answer).path("resourceType").asString())
                .as(answer.body())
                .isIn("OperationOutcome", "Appointment", "Patient");
        return answer.statusCode();
    }

    /** The same with one value, somewhere, of another kind, or gone. */
    private JsonNode spoilt(JsonNode whole) {
        JsonNode copy = whole.deepCopy();
        JsonNode at = copy;
        while (true) {
            List<String> names = at instanceof ObjectNode object ? List.copyOf(object.propertyNames()) : List.of();
            int size = at instanceof ArrayNode array ? array.size() : names.size();
            int chosen = random.nextInt(Math.max(1, size));
            JsonNode below = at instanceof ArrayNode array ? array.get(chosen) : at.get(names.get(chosen));
            if (!below.isContainer() || below.isEmpty() || random.nextInt(3) == 0) {
                if (at instanceof ObjectNode object) {
                    replace(object, names.get(chosen));
                } else if (at instanceof ArrayNode array) {
                    array.set(chosen, other());
                }
                return copy;
            }
            at = below;
        }
    }

    private void replace(ObjectNode object, String name) {
        if (random.nextInt(8) == 0) {
            object.remove(name);
        } else {
            object.set(name, other());
        }
    }

    private JsonNode other() {
        return JSON.readTree(
                switch (random.nextInt(10)) {
                    case 0 -> "null";
                    case 1 -> "true";
                    case 2 -> "-1e400";
                    case 3 -> "\"\"";
                    case 4 -> "\"\\u0000\"";
                    case 5 -> "\"\\ud800x\"";
                    case 6 -> "[]";
                    case 7 -> "{}";
                    case 8 -> "[[{\"reference\":[1]}]]";
                    default -> "\"é'; --" + "x".repeat(300) + "\"";
                });
    }
}
