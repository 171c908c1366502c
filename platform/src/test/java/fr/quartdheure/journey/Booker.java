package fr.quartdheure.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Books through the public interface, as another program would. */
final class Booker {

    private static final Pattern HOLD = Pattern.compile("\"holdId\":\"([^\"]+)\"");
    private static final Pattern SLOT = Pattern.compile("\\{\"id\":\"([^\"]+)\",\"start\"");

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Booker(URI address) {
        this.address = address;
    }

    /** Free slots of general practice around Perpignan, the earliest first. */
    List<String> slots() throws IOException, InterruptedException {
        String body = send(HttpRequest.newBuilder(
                                address.resolve("/api/v1/slots?commune=66136&service=general-practice&limit=200"))
                        .GET())
                .body();
        return SLOT.matcher(body).results().map(found -> found.group(1)).toList();
    }

    HttpResponse<String> hold(String slot, String key) throws IOException, InterruptedException {
        return post("/api/v1/holds", "{\"slotId\":\"" + slot + "\"}", key);
    }

    /** Everything up to the code; the appointment's id when the platform said that it is booked. */
    Optional<String> book(String slot) throws IOException, InterruptedException {
        var held = hold(slot, UUID.randomUUID().toString());
        if (held.statusCode() != 201) {
            return Optional.empty();
        }
        var hold = HOLD.matcher(held.body());
        if (!hold.find()) {
            throw new IOException("no hold in " + held.body());
        }
        String email = "essai-" + UUID.randomUUID() + "@example.org";
        var asked = post("/api/v1/appointments", """
                {"holdId":"%s","patient":{"familyName":"Essai","givenName":"Camille","birthDate":"1980-05-02",
                "sex":"unknown"},"contact":{"email":"%s"},"consent":true}""".formatted(hold.group(1), email), null);
        if (asked.statusCode() != 202) {
            return Optional.empty();
        }
        String path = "/api/v1/appointments/" + hold.group(1) + "/confirmation";
        var confirmed = post(path, "{\"code\":\"" + codeFor(email) + "\"}", null);
        return confirmed.statusCode() == 200 ? Optional.of(hold.group(1)) : Optional.empty();
    }

    private String codeFor(String email) throws IOException, InterruptedException {
        String messages = send(HttpRequest.newBuilder(address.resolve("/demo/messages.json"))
                        .GET())
                .body();
        var found = Pattern.compile(
                        "\"to\":\"" + Pattern.quote(email) + "\"[^}]*?\"code\":\"([0-9]{6})\"", Pattern.DOTALL)
                .matcher(messages);
        return found.find() ? found.group(1) : "";
    }

    private HttpResponse<String> post(String path, String body, @org.jspecify.annotations.Nullable String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }
}
