package fr.quartdheure.desk.patient;

import fr.quartdheure.scheduling.Visitor;
import fr.quartdheure.web.ClientAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Cookies of people without an account: one tells a browser from another while it holds slots, one opens a booking. */
final class Visitors {

    private static final String VISITOR = "visitor";
    private static final String APPOINTMENT = "appointment";
    private static final Duration VISIT = Duration.ofHours(2);

    private Visitors() {}

    static Visitor of(HttpServletRequest request, HttpServletResponse response) {
        String key = cookie(request, VISITOR)
                .filter(value -> value.length() == 36)
                .orElseGet(() -> UUID.randomUUID().toString());
        set(request, response, VISITOR, key, "/book");
        return new Visitor(key, ClientAddress.of(request), false);
    }

    /** The manage token of the appointment opened in this browser. */
    static Optional<String> token(HttpServletRequest request) {
        return cookie(request, APPOINTMENT);
    }

    static void open(HttpServletRequest request, HttpServletResponse response, String token) {
        set(request, response, APPOINTMENT, token, "/me");
    }

    static void close(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, APPOINTMENT, "", "/me").maxAge(0).build().toString());
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, String path) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, name, value, path).maxAge(VISIT).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            HttpServletRequest request, String name, String value, String path) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path(path);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
