package fr.quartdheure.fhir;

import fr.quartdheure.client.AccessTokens;
import fr.quartdheure.client.ClientCalls;
import fr.quartdheure.client.ClientPrincipal;
import fr.quartdheure.wire.FhirAddress;
import fr.quartdheure.wire.Outcomes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who calls the FHIR interface, by the access token. Without one a caller is anybody, who reads what is public; one
 * that ended is refused whatever is asked, so that its owner finds out.
 */
@Component
@Order(ClientDoor.BEHIND_SECURITY)
class ClientDoor extends OncePerRequestFilter {

    /** After Spring Security (-100), before what is kept by caller (-50). */
    static final int BEHIND_SECURITY = -60;

    private static final String SCHEME = "bearer ";
    private static final String SAS = FhirAddress.PATH + "/sas";

    private final AccessTokens tokens;
    private final ClientCalls calls;
    private final Outcomes outcomes;

    ClientDoor(AccessTokens tokens, ClientCalls calls, Outcomes outcomes) {
        this.tokens = tokens;
        this.calls = calls;
        this.outcomes = outcomes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean ours = path.startsWith(FhirAddress.PATH + "/") && !path.equals(SAS) && !path.startsWith(SAS + "/");
        return !ours || request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ClientPrincipal> found =
                token(request.getHeader(HttpHeaders.AUTHORIZATION)).flatMap(tokens::find);
        if (found.isEmpty()) {
            refuse(response);
            return;
        }
        calls.count(found.get().clientId());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(found.get(), null, List.of()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static Optional<String> token(@Nullable String header) {
        return header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.empty()
                : Optional.of(header.substring(SCHEME.length()).strip());
    }

    private void refuse(HttpServletResponse response) throws IOException {
        var refusal = outcomes.tokenEnded();
        response.setStatus(refusal.getStatusCode().value());
        refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        byte[] body = refusal.getBody();
        response.getOutputStream().write(body == null ? new byte[0] : body);
    }
}
