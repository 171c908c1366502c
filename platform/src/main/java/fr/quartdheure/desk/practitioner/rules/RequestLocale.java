package fr.quartdheure.desk.practitioner.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The language of the reader, for names that the database has in both. */
final class RequestLocale {

    private RequestLocale() {}

    static Locale of(HttpServletRequest request) {
        return RequestContextUtils.getLocale(request);
    }
}
