package fr.quartdheure.sas;

import fr.quartdheure.database.Birth;
import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.Outcomes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who reaches this interface. On the port with certificates: the callers of the list, and nothing but this interface.
 * On the main port: everybody in a demonstration (which listens on loopback only) or when the operator says so at
 * start; elsewhere there is nothing at this address.
 */
@Component
@Order(SasDoor.BEFORE_SECURITY)
class SasDoor extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -190;

    private static final Logger LOG = LoggerFactory.getLogger(SasDoor.class);
    private static final String CERTIFICATE = "jakarta.servlet.request.X509Certificate";

    private final boolean openToAll;
    private final Callers callers;
    private final ObjectProvider<SasConnector> connector;
    private final Outcomes outcomes;

    SasDoor(
            SasSettings settings,
            SasMutualTls mutualTls,
            Birth birth,
            ObjectProvider<SasConnector> connector,
            Outcomes outcomes) {
        this.openToAll = settings.withoutMtls() || birth.isDemo();
        this.callers = new Callers(mutualTls.callers());
        this.connector = connector;
        this.outcomes = outcomes;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (openToAll) {
            LOG.warn(
                    "WITHOUT MUTUAL TLS: {} answers anybody who reaches this port. Right for a demonstration or behind"
                            + " a proxy that checks certificates, and nowhere else.",
                    SasAddress.PATH);
        }
        connector.ifAvailable(own -> LOG.info("The SAS is served with mutual TLS on port {}", own.port()));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOnOwnPort(request)) {
            throughOwnPort(request, response, chain);
        } else if (isAsked(request) && !openToAll) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void throughOwnPort(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var shown = (X509Certificate[]) request.getAttribute(CERTIFICATE);
        if (shown == null || shown.length == 0 || !callers.know(shown[0])) {
            LOG.warn(
                    "A caller of the SAS was refused: {}",
                    shown == null || shown.length == 0 ? "no certificate" : shown[0].getSubjectX500Principal());
            var refusal = outcomes.of(HttpStatus.FORBIDDEN, "forbidden", "caller-unknown", "");
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(FhirJson.TYPE.toString());
            response.getOutputStream().write(Objects.requireNonNull(refusal.getBody()));
        } else if (isAsked(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isOnOwnPort(HttpServletRequest request) {
        SasConnector own = connector.getIfAvailable();
        return own != null && request.getLocalPort() == own.port();
    }

    private static boolean isAsked(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(SasAddress.PATH) || path.startsWith(SasAddress.PATH + "/");
    }
}
