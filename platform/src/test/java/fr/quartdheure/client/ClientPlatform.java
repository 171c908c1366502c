package fr.quartdheure.client;

import fr.quartdheure.support.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other software that calls the platform. */
public abstract class ClientPlatform extends RunningPlatform {

    protected static final String EVERYTHING = "system/Appointment.crus system/Patient.crs system/Slot.rs";
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    protected Clients clients;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    protected Secrets secrets;

    private HttpClient http = elsewhere();

    /** From another address of this machine: guesses are counted by address. */
    protected void moveElsewhere() {
        http = elsewhere();
    }

    private static HttpClient elsewhere() {
        int number = ADDRESS.incrementAndGet();
        return HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral("127.0." + number / 200 + "." + (number % 200 + 2)))
                .build();
    }

    /** One whose agendas are full of free hours. */
    protected UUID organization() {
        return jdbc.sql("""
                        select t.organization_id from directory.site t join scheduling.slot s on s.site_id = t.id
                        where s.free and s.start_at > now() group by 1 order by count(*) desc, 1 limit 1
                        """).query(UUID.class).single();
    }

    protected UUID otherOrganization() {
        return jdbc.sql("""
                        select t.organization_id from directory.site t join scheduling.slot s on s.site_id = t.id
                        where s.free and s.start_at > now() and t.organization_id <> :other
                        group by 1 order by count(*) desc, 1 limit 1
                        """).param("other", organization()).query(UUID.class).single();
    }

    protected Clients.Issued registered(UUID organization, String scopes) {
        return clients.add("Logiciel " + UUID.randomUUID(), organization, Scopes.of(scopes))
                .orElseThrow();
    }

    /** A token of a new client. */
    protected String tokenFor(UUID organization, String scopes) {
        return accessToken(registered(organization, scopes));
    }

    protected String accessToken(Clients.Issued client) {
        return json(askToken(form(client))).path("access_token").asString();
    }

    protected HttpResponse<String> askToken(String body, String... headers) {
        var request = request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    protected static String form(Clients.Issued client) {
        return "grant_type=client_credentials&client_id=" + client.clientId() + "&client_secret=" + client.secret();
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    protected static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
