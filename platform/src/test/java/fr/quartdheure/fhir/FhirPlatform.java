package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other software as a caller of ours. */
abstract class FhirPlatform extends RunningPlatform {

    static final List<String> TYPES = List.of(Shelves.TYPES.split("\\|"));

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    /** The answer of a search that must succeed. */
    JsonNode found(String query) {
        var answer = get("/fhir/" + query);
        assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        return json(answer);
    }

    /** A refusal says in both languages what is wrong and where, and nothing of our inside. */
    JsonNode refused(HttpResponse<String> answer, int status, String where) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
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

    static List<String> ids(JsonNode bundle, String type) {
        return resources(bundle, type).stream()
                .map(resource -> resource.path("id").asString())
                .toList();
    }

    static String link(JsonNode bundle, String relation) {
        return nodes(bundle.path("link")).stream()
                .filter(link -> link.path("relation").asString().equals(relation))
                .map(link -> link.path("url").asString())
                .findFirst()
                .orElse("");
    }

    static List<JsonNode> nodes(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
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

    static JsonNode tree(String text) {
        return JSON.readTree(text);
    }
}
