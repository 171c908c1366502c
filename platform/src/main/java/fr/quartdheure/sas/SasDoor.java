package fr.quartdheure.sas;

import fr.quartdheure.database.Birth;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whether this interface is there at all: for callers with a certificate, in a demonstration (which listens on loopback
 * only), or when the operator says so at start. Elsewhere there is nothing at this address.
 */
@Component
@Order(SasDoor.BEFORE_SECURITY)
class SasDoor extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -190;

    private static final Logger LOG = LoggerFactory.getLogger(SasDoor.class);

    private final boolean openToAll;

    SasDoor(SasSettings settings, Birth birth) {
        openToAll = settings.withoutMtls() || birth.isDemo();
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (openToAll) {
            LOG.warn(
                    "WITHOUT MUTUAL TLS: {} answers anybody who reaches this port. Right for a demonstration or behind"
                            + " a proxy that checks certificates, and nowhere else.",
                    SasAddress.PATH);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return openToAll || !(path.equals(SasAddress.PATH) || path.startsWith(SasAddress.PATH + "/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
