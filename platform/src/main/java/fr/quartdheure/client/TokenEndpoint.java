package fr.quartdheure.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.account.Guesses;
import fr.quartdheure.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /oauth2/token}: client credentials (RFC 6749, section 4.4). Neither secrets nor tokens reach a log. */
@RestController
class TokenEndpoint {

    static final String PATH = "/oauth2/token";

    private final Clients clients;
    private final Secrets secrets;
    private final AccessTokens tokens;
    private final Guesses guesses;

    TokenEndpoint(Clients clients, Secrets secrets, AccessTokens tokens, Guesses guesses) {
        this.clients = clients;
        this.secrets = secrets;
        this.tokens = tokens;
        this.guesses = guesses;
    }

    @PostMapping(PATH)
    ResponseEntity<Token> token(HttpServletRequest request) {
        var asked = TokenRequest.of(request);
        Proved proved = prove(asked, request);
        Scopes scopes = granted(asked.scope(), proved.client());
        String token = tokens.issue(proved.secretId(), scopes);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Token(token, "Bearer", AccessTokens.LIFETIME.toSeconds(), scopes.text()));
    }

    /**
     * Counted for the client at this address: were it for the client alone, a stranger who guesses would keep the
     * client itself out.
     */
    private Proved prove(TokenRequest asked, HttpServletRequest request) {
        UUID id = id(asked.clientId());
        String who = "client " + id + " at " + ClientAddress.of(request);
        Duration wait = guesses.admit(who, request.getRemoteAddr());
        if (wait.isPositive()) {
            throw TokenRefused.tooMany(wait);
        }
        Proved proved = Optional.ofNullable(id)
                .flatMap(known -> secrets.find(known, asked.secret())
                        .flatMap(secret -> clients.find(known).map(client -> new Proved(client, secret))))
                .orElseThrow(TokenRefused::invalidClient);
        guesses.forgive(who, request.getRemoteAddr());
        return proved;
    }

    private static @Nullable UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Scopes granted(@Nullable String asked, Client client) {
        return asked == null
                ? client.scopes()
                : Scopes.parse(asked)
                        .filter(client.scopes()::cover)
                        .orElseThrow(() -> TokenRefused.of(
                                400,
                                "invalid_scope",
                                "Not understood or more than this client may have: "
                                        + client.scopes().text()));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refused(TokenRefused refused) {
        var answer = ResponseEntity.status(refused.status())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache")
                .contentType(MediaType.APPLICATION_JSON);
        if (refused.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"quartdheure\", charset=\"UTF-8\"");
        }
        if (refused.pause().isPositive()) {
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(refused.pause().plusMillis(999).toSeconds()));
        }
        return answer.body(new Refusal(refused.error(), refused.description()));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> wrongEncoding(InvalidParameterException exception) {
        return refused(TokenRefused.invalidRequest("The body is not application/x-www-form-urlencoded"));
    }

    private record Proved(Client client, UUID secretId) {}

    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope) {

        /** Without the token: this may stand in a log. */
        @Override
        public String toString() {
            return "Token[" + scope + "]";
        }
    }

    record Refusal(
            String error, @JsonProperty("error_description") String description) {}
}
