package fr.quartdheure.sas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.QuartdheureApplication;
import fr.quartdheure.support.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform with real data: the SAS is behind certificates, and nowhere else. */
class SasMutualTlsPageTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestAuthority authority;

    @SuppressWarnings("NullAway.Init")
    private static TestAuthority another;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext platform;

    @BeforeAll
    static void start() throws Exception {
        authority = new TestAuthority(folder);
        authority.issue("server", "CN=localhost");
        authority.issue("sas", "CN=sas.example.org,OU=318751275100020,O=SAS,C=FR");
        authority.issue("othername", "CN=other.example.org,OU=318751275100020");
        authority.issue("otherunit", "CN=sas.example.org,OU=1");
        authority.issue("revoked", "CN=sas.example.org,OU=318751275100020");
        authority.issue("expired", "CN=sas.example.org,OU=318751275100020", "-startdate", "-3d", "-validity", "1");
        Path elsewhere = folder.resolve("elsewhere");
        elsewhere.toFile().mkdirs();
        another = new TestAuthority(elsewhere);
        another.issue("stranger", "CN=sas.example.org,OU=318751275100020");
        platform = SpringApplication.run(QuartdheureApplication.class, arguments());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void aCallerOfTheListIsServedWithOneOfTheTwoProtocols() throws Exception {
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            var answer = ask("sas", "/fhir/sas/metadata", protocol);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("CapabilityStatement");
        }
        assertThatThrownBy(() -> ask("sas", "/fhir/sas/metadata", "TLSv1.1")).isInstanceOf(IOException.class);
    }

    @Test
    void anotherNameOrAnotherUnitIsRefusedAndSaidSo() throws Exception {
        for (String caller : List.of("othername", "otherunit")) {
            var answer = ask(caller, "/fhir/sas/metadata", "TLSv1.3");
            assertThat(answer.statusCode()).as(caller).isEqualTo(403);
            assertThat(answer.body()).contains("OperationOutcome").doesNotContain("CapabilityStatement");
        }
    }

    @Test
    void revokedOutOfDateUnknownOrAbsentDoesNotEvenConnect() {
        for (String caller : List.of("revoked", "expired", "stranger", "")) {
            for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
                assertThatThrownBy(() -> ask(caller.isEmpty() ? null : caller, "/fhir/sas/metadata", protocol))
                        .as(caller)
                        .isInstanceOfAny(SSLException.class, IOException.class);
            }
        }
    }

    @Test
    void nothingElseIsServedThere() throws Exception {
        for (String path : List.of("/", "/login", "/api/v1/services", "/actuator/health", "/fhir/sasquatch")) {
            assertThat(ask("sas", path, "TLSv1.3").statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void onTheMainPortThereIsNothing() throws Exception {
        String port = platform.getEnvironment().getRequiredProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            for (String path : List.of("/fhir/sas", "/fhir/sas/metadata", "/fhir/sas/Slot?status=free")) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build();
                assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    private static HttpResponse<String> ask(@Nullable String caller, String path, String protocol) throws Exception {
        var context = "stranger".equals(caller)
                ? another.client("stranger", authority.authorities())
                : authority.client(caller, authority.authorities());
        var parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        int port = platform.getBean(SasConnector.class).port();
        try (var client = HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String[] arguments() throws Exception {
        var database = TestDatabase.fresh();
        List<String> arguments = new ArrayList<>(List.of(
                "server.port=0",
                "spring.datasource.url=" + database.getUrl(),
                "spring.datasource.username=" + database.getUser(),
                "spring.datasource.password=" + database.getPassword(),
                "quartdheure.sas.mtls.port=0",
                "quartdheure.sas.mtls.callers[0]=CN=sas.example.org,OU=318751275100020",
                "quartdheure.sas.mtls.revoked=" + authority.revoke("revoked"),
                "spring.ssl.bundle.pem.sas.keystore.certificate="
                        + authority.certificate("server").toUri(),
                "spring.ssl.bundle.pem.sas.keystore.private-key="
                        + authority.key("server").toUri(),
                "spring.ssl.bundle.pem.sas.truststore.certificate="
                        + authority.authorities().toUri()));
        return arguments.stream().map(one -> "--" + one).toArray(String[]::new);
    }
}
