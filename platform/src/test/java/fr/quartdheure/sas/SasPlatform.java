package fr.quartdheure.sas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.RunningPlatform;
import fr.quartdheure.time.Paris;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The national platform as a caller of ours. */
abstract class SasPlatform extends RunningPlatform {

    static final String ONE_PLACE = "99901000002";
    static final String TWO_PLACES = "99902000001";
    static final String OTHER = "99903000000";
    static final String ANOTHER = "99904000009";
    static final String ONE_CPTS = "99905000008";
    static final String SLOTS_OF_TWO_CPTS = "99906000007";
    static final String SLOTS_SHARED_BY_TWO_CPTS = "99907000006";

    static final String INCLUDES = "&_include=Slot:schedule&_include:iterate=Schedule:actor";
    static final String CPTS_INCLUDES =
            INCLUDES + "&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    /** From now to the end of the day after tomorrow, as the conformance tests ask. */
    static String period(String form) {
        LocalDateTime now = LocalDateTime.now(Paris.ZONE);
        LocalDateTime end = now.toLocalDate().plusDays(2).atTime(23, 59, 59);
        return "start=" + encoded("ge" + SECONDS.format(now) + form) + "&start="
                + encoded("le" + SECONDS.format(end) + form);
    }

    static String of(String... rpps) {
        return "&status=free&schedule.actor:Practitioner.identifier="
                + encoded(List.of(rpps).stream()
                        .map(number -> "urn:oid:1.2.250.1.71.4.2.1|8" + number)
                        .collect(Collectors.joining(",")));
    }

    JsonNode found(String query) {
        var answer = get("/fhir/sas/Slot?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        return json(answer);
    }

    /** A refusal says in both languages what is wrong and where, and nothing of our inside. */
    JsonNode refused(HttpResponse<String> answer, int status, String where) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        var outcome = json(answer);
        assertThat(outcome.path("resourceType").asString()).isEqualTo("OperationOutcome");
        var issue = outcome.path("issue").get(0);
        assertThat(issue.path("severity").asString()).isEqualTo("error");
        assertThat(issue.path("code").asString()).isNotBlank();
        assertThat(issue.path("details").path("text").asString()).isNotBlank();
        assertThat(issue.path("diagnostics").asString()).isNotBlank();
        assertThat(issue.path("expression").path(0).asString("")).isEqualTo(where);
        assertThat(answer.body()).doesNotContain("Exception", "at fr.", "org.springframework", "select ");
        return issue;
    }

    static List<JsonNode> resources(JsonNode bundle, String type) {
        return nodes(bundle.path("entry")).stream()
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asString().equals(type))
                .toList();
    }

    static List<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode array, String field) {
        return nodes(array).stream().map(node -> node.path(field).asString("")).toList();
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
