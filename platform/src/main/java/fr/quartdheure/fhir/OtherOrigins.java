package fr.quartdheure.fhir;

import fr.quartdheure.wire.FhirAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/** Pages of other sites may ask, refusals included: this interface knows no cookie that they could ride on. */
@Component
@Order(OtherOrigins.BEFORE_SECURITY)
class OtherOrigins extends CorsFilter {

    static final int BEFORE_SECURITY = -195;

    private static final long A_DAY = 86_400;
    private static final String SAS = FhirAddress.PATH + "/sas";

    OtherOrigins() {
        super(OtherOrigins::configuration);
    }

    /** Not of the national SAS interface, whose callers are no browsers. */
    private static @Nullable CorsConfiguration configuration(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean ours = path.equals(FhirAddress.PATH) || path.startsWith(FhirAddress.PATH + "/");
        if (!ours || path.equals(SAS) || path.startsWith(SAS + "/")) {
            return null;
        }
        var open = new CorsConfiguration();
        open.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        open.setAllowedMethods(List.of(CorsConfiguration.ALL));
        open.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        open.setExposedHeaders(List.of("ETag", "Location", "WWW-Authenticate"));
        open.setMaxAge(A_DAY);
        return open;
    }
}
