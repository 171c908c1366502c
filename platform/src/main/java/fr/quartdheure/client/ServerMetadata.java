package fr.quartdheure.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.web.PublicAddress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to authorise with, and nothing more: RFC 8414, and SMART App Launch 2 for the FHIR interface. */
@RestController
class ServerMetadata {

    private static final List<String> GRANTS = List.of("client_credentials");
    private static final List<String> METHODS = List.of("client_secret_basic", "client_secret_post");

    private final PublicAddress address;

    ServerMetadata(PublicAddress address) {
        this.address = address;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    Server server() {
        return new Server(address.base(), tokenEndpoint(), GRANTS, METHODS, scopes(), List.of());
    }

    @GetMapping("/fhir/.well-known/smart-configuration")
    Smart smart() {
        return new Smart(
                address.base(),
                tokenEndpoint(),
                GRANTS,
                METHODS,
                scopes(),
                List.of(),
                List.of(),
                List.of("client-confidential-symmetric", "permission-v2"));
    }

    private String tokenEndpoint() {
        return address.base() + TokenEndpoint.PATH;
    }

    private static List<String> scopes() {
        var all = new ArrayList<String>();
        Scopes.resources().forEach(resource -> all.add(Scopes.all(resource)));
        return all;
    }

    /** There is no authorisation endpoint, and so there are no response types. */
    record Server(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("grant_types_supported") List<String> grantTypes,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> methods,

            @JsonProperty("scopes_supported") List<String> scopes,
            @JsonProperty("response_types_supported") List<String> responseTypes) {}

    record Smart(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("grant_types_supported") List<String> grantTypes,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> methods,

            @JsonProperty("scopes_supported") List<String> scopes,
            @JsonProperty("response_types_supported") List<String> responseTypes,

            @JsonProperty("code_challenge_methods_supported")
            List<String> codeChallengeMethods,

            List<String> capabilities) {}
}
