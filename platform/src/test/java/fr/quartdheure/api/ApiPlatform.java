package fr.quartdheure.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client program of the API: each one counts as a visitor of its own by its name. */
@TestPropertySource(properties = {"quartdheure.writes-per-minute=10000", "quartdheure.bench-unlimited=true"})
abstract class ApiPlatform extends RunningPlatform {

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private String program = UUID.randomUUID().toString();

    void anotherProgram() {
        program = UUID.randomUUID().toString();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Map<String, ?> body, String... headers) {
        return post(path, BodyPublishers.ofString(JSON.writeValueAsString(body)), headers);
    }

    HttpResponse<String> post(String path, BodyPublisher body, String... headers) {
        var request = request(path).POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (request.build().headers().firstValue("Content-Type").isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    HttpResponse<String> delete(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).DELETE());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).header("User-Agent", program);
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

    /** A refusal says in both languages what is wrong, and nothing of our inside. */
    static JsonNode problem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("titleEn").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "at fr.", "org.springframework", "select ");
        return problem;
    }

    /** The last code that the demonstration sent to an address. */
    String codeSentTo(String email) {
        for (JsonNode message : json(get("/demo/messages.json"))) {
            if (message.path("to").asString().equals(email) && message.hasNonNull("code")) {
                return message.path("code").asString();
            }
        }
        throw new AssertionError("no code was sent to " + email);
    }
}
