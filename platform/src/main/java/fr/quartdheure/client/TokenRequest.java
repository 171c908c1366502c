package fr.quartdheure.client;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request for a token as RFC 6749 writes it (sections 2.3.1 and 4.4.2).
 *
 * @param clientId as it was written, which may be nobody's
 * @param scope what is asked for; null asks for all that the client may have
 */
record TokenRequest(
        String clientId, String secret, @Nullable String scope) {

    private static final String BASIC = "basic ";

    /** @throws TokenRefused when it is no such request */
    static TokenRequest of(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw TokenRefused.invalidRequest("Parameters stand in the body, never in the address");
        }
        String grant = one(request, "grant_type");
        if (grant == null) {
            throw TokenRefused.invalidRequest(
                    "grant_type=client_credentials is missing from the body (application/x-www-form-urlencoded)");
        }
        if (!grant.equals("client_credentials")) {
            throw TokenRefused.of(400, "unsupported_grant_type", "The only grant type is client_credentials");
        }
        String scope = one(request, "scope");
        String header = request.getHeader("Authorization");
        return header == null ? post(request, scope) : basic(request, header, scope);
    }

    private static TokenRequest post(HttpServletRequest request, @Nullable String scope) {
        String id = one(request, "client_id");
        String secret = one(request, "client_secret");
        if (id == null || secret == null) {
            throw TokenRefused.invalidClient();
        }
        return new TokenRequest(id, secret, scope);
    }

    private static TokenRequest basic(HttpServletRequest request, String header, @Nullable String scope) {
        if (one(request, "client_secret") != null) {
            throw TokenRefused.invalidRequest("The secret is given twice: in the header or in the body, not in both");
        }
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            throw TokenRefused.invalidClient();
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw TokenRefused.invalidClient();
            }
            return new TokenRequest(decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1)), scope);
        } catch (IllegalArgumentException e) {
            throw TokenRefused.invalidClient();
        }
    }

    /** Both halves are form-encoded before they are joined. */
    private static String decoded(String half) {
        return URLDecoder.decode(half, StandardCharsets.UTF_8);
    }

    private static @Nullable String one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values == null || values.length == 0 || values[0].isEmpty()) {
            return null;
        }
        if (values.length > 1) {
            throw TokenRefused.invalidRequest(name + " is given more than once");
        }
        return values[0];
    }

    /** Without the secret: this may stand in a log. */
    @Override
    public String toString() {
        return "TokenRequest[" + clientId + "]";
    }
}
