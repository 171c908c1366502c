package fr.quartdheure.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens: asked for by RFC 6749, ended at once. */
class TokenEndpointPageTest extends ClientPlatform {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private AccessTokens tokens;

    @Test
    void aSecretGivesATokenOfTenMinutesAtMostInBothWays() {
        var client = registered(organization(), EVERYTHING);
        for (var answer : List.of(
                askToken(form(client)),
                askToken(
                        "grant_type=client_credentials", "Authorization", basic(client.clientId(), client.secret())))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            var token = json(answer);
            assertThat(token.path("token_type").asString()).isEqualTo("Bearer");
            assertThat(token.path("expires_in").asInt()).isBetween(1, 600);
            assertThat(token.path("scope").asString()).isEqualTo(EVERYTHING);
            assertThat(token.path("access_token").asString()).hasSize(43);
            assertThat(tokens.find(token.path("access_token").asString())
                            .orElseThrow()
                            .clientId())
                    .isEqualTo(client.clientId());
        }
    }

    @Test
    void neitherSecretNorTokenIsKeptInClear() {
        var client = registered(organization(), EVERYTHING);
        String token = json(askToken(form(client), "Idempotency-Key", "once-" + client.clientId()))
                .path("access_token")
                .asString();
        assertThat(token).isNotEmpty();
        for (String table : List.of("client.client", "client.secret", "client.access_token", "web.idempotency")) {
            String all = String.join(
                    "\n",
                    jdbc.sql("select t::text from " + table + " t")
                            .query(String.class)
                            .list());
            assertThat(all).doesNotContain(client.secret(), token, hexadecimal(client.secret()), hexadecimal(token));
        }
        assertThat(client.toString()).doesNotContain(client.secret());
    }

    @Test
    void fewerScopesMayBeAskedForAndNeverMore() {
        var client = registered(organization(), EVERYTHING);
        var fewer = json(askToken(form(client) + "&scope=" + encoded("system/Appointment.rs")));
        assertThat(fewer.path("scope").asString()).isEqualTo("system/Appointment.rs");
        for (String scope : List.of("system/Practitioner.rs", "system/Patient.cruds", "system/*.rs", "admin")) {
            refused(askToken(form(client) + "&scope=" + encoded(scope)), 400, "invalid_scope");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "client_id=ID&client_secret=SECRET;400;invalid_request",
                "grant_type=password&client_id=ID&client_secret=SECRET;400;unsupported_grant_type",
                "grant_type=authorization_code&client_id=ID&client_secret=SECRET;400;unsupported_grant_type",
                "grant_type=client_credentials;401;invalid_client",
                "grant_type=client_credentials&client_id=ID;401;invalid_client",
                "grant_type=client_credentials&client_id=ID&client_secret=x;401;invalid_client",
                "grant_type=client_credentials&client_id=nobody&client_secret=SECRET;401;invalid_client",
                "grant_type=client_credentials&client_id=00000000-0000-0000-0000-000000000000&client_secret=SECRET;401;invalid_client",
                "grant_type=client_credentials&client_id=ID&client_secret=SECRET&client_secret=SECRET;400;invalid_request",
                "grant_type=%zz;400;invalid_request",
            })
    void aRequestThatIsNotWholeIsRefused(String body, int status, String error) {
        var client = registered(organization(), EVERYTHING);
        refused(
                askToken(body.replace("ID", client.clientId().toString()).replace("SECRET", client.secret())),
                status,
                error);
    }

    @Test
    void aSecretInTheAddressOrTwiceIsRefused() {
        var client = registered(organization(), EVERYTHING);
        var inAddress = send(request("/oauth2/token?" + form(client))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
        refused(inAddress, 400, "invalid_request");
        refused(
                askToken(form(client), "Authorization", basic(client.clientId(), client.secret())),
                400,
                "invalid_request");
        refused(askToken("grant_type=client_credentials", "Authorization", "Basic %%%"), 401, "invalid_client");
        var asJson = send(request("/oauth2/token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\"}")));
        refused(asJson, 400, "invalid_request");
    }

    @Test
    void unknownWrongAndDisabledLookTheSame() {
        var disabled = registered(organization(), EVERYTHING);
        clients.setDisabled(disabled.clientId(), true);
        String wrong = askToken(form(disabled)).body();
        assertThat(wrong)
                .isEqualTo(askToken(form(new Clients.Issued(UUID.randomUUID(), "x")))
                        .body())
                .isEqualTo(askToken(form(new Clients.Issued(disabled.clientId(), "x")))
                        .body());
    }

    @Test
    void whoGuessesIsSlowedAndTheClientItselfElsewhereIsNot() {
        var client = registered(organization(), EVERYTHING);
        for (int i = 0; i < 6; i++) {
            askToken(form(new Clients.Issued(client.clientId(), "guess-" + i)));
        }
        var last = askToken(form(client));
        refused(last, 429, "slow_down");
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        moveElsewhere();
        assertThat(askToken(form(client)).statusCode()).isEqualTo(200);
    }

    @Test
    void aDisabledClientIsRefusedAtOnceWithTokensThatItHas() {
        var client = registered(organization(), EVERYTHING);
        String token = accessToken(client);
        clients.setDisabled(client.clientId(), true);
        assertThat(tokens.find(token)).isEmpty();
        refused(askToken(form(client)), 401, "invalid_client");
        clients.setDisabled(client.clientId(), false);
        assertThat(tokens.find(token)).isPresent();
    }

    @Test
    void anOldSecretHoldsForTheOverlapOnly() {
        var client = registered(organization(), EVERYTHING);
        String token = accessToken(client);
        String second = secrets.rotate(client.clientId(), Duration.ofHours(1));
        assertThat(tokens.find(token)).isPresent();
        assertThat(secrets.overlapEnd(client.clientId())).isPresent();
        assertThat(askToken(form(client)).statusCode()).isEqualTo(200);
        String third = secrets.rotate(client.clientId(), Duration.ZERO);
        assertThat(tokens.find(token)).as("came of the first secret").isEmpty();
        refused(askToken(form(client)), 401, "invalid_client");
        refused(askToken(form(new Clients.Issued(client.clientId(), second))), 401, "invalid_client");
        assertThat(askToken(form(new Clients.Issued(client.clientId(), third))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void fewerScopesOfTheClientHoldForItsTokens() {
        var client = registered(organization(), EVERYTHING);
        String token = accessToken(client);
        clients.setScopes(client.clientId(), Scopes.of("system/Appointment.rs"));
        assertThat(tokens.find(token).orElseThrow().scopes().text()).isEqualTo("system/Appointment.rs");
    }

    @Test
    void whatIsServedIsTold() {
        var server =
                json(send(request("/.well-known/oauth-authorization-server").GET()));
        assertThat(server.path("token_endpoint").asString()).isEqualTo(address() + "/oauth2/token");
        assertThat(server.path("issuer").asString()).isEqualTo(address().toString());
        assertThat(server.path("response_types_supported").isArray()).isTrue();
        var smart = json(send(request("/fhir/.well-known/smart-configuration").GET()));
        assertThat(smart.path("token_endpoint").asString()).isEqualTo(address() + "/oauth2/token");
        assertThat(smart.path("capabilities").toString()).contains("client-confidential-symmetric", "permission-v2");
        var client = registered(organization(), Scopes.all("Appointment"));
        assertThat(smart.path("scopes_supported").toString()).contains(Scopes.all("Appointment"));
        assertThat(json(askToken(form(client))).path("scope").asString()).isEqualTo(Scopes.all("Appointment"));
    }

    private static void refused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(json(answer).path("error").asString()).isEqualTo(error);
        assertThat(json(answer).path("error_description").asString()).matches("[\\x20-\\x7E]+");
        if (status == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    private static String hexadecimal(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(UUID id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
